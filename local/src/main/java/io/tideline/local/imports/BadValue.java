package io.tideline.local.imports;

import org.jspecify.annotations.Nullable;

/** Why a row cannot go in: the column, what stood there, and what is wrong with it. */
record BadValue(String column, @Nullable String value, String reason) {
    private static final int SHOWN = 200;

    BadValue {
        if (value != null && value.length() > SHOWN) {
            value = value.substring(0, SHOWN) + "…";
        }
    }

    /** A fault of the line as a whole. */
    static BadValue ofLine(@Nullable String value, String reason) {
        return new BadValue("", value, reason);
    }
}
