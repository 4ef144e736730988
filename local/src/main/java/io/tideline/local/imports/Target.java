package io.tideline.local.imports;

/** A field of a door's row. */
record Target(String name, ValueType type, boolean required) {
    static Target text(String name) {
        return new Target(name, ValueType.TEXT, false);
    }

    static Target typed(String name, ValueType type) {
        return new Target(name, type, false);
    }

    Target needed() {
        return new Target(name, type, true);
    }
}
