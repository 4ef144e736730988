package io.tideline.gateway.operation;

/**
 * What one document may hold: lexical tokens, nesting of fields, aliases, fields at the root, directives, and fields
 * once its fragments are spread.
 */
public record Limits(int tokens, int depth, int aliases, int rootFields, int directives, int selections) {

    /** The profile for callers from the internet. */
    public static final Limits PUBLIC = new Limits(2_000, 12, 30, 20, 30, 10_000);
}
