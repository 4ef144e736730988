package io.tideline.local.imports;

/** How the text of a column becomes the value of a field. */
enum ValueType {
    TEXT,
    /** An instant; a day is its first instant in the time zone of the import. */
    MOMENT,
    /** A calendar day. */
    DAY,
    DECIMAL,
    INTEGER
}
