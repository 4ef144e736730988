package io.tideline.local.imports;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One row of a file as text by column. */
final class SourceRow {
    private final long line;
    private final @Nullable String[] values;
    private final boolean[] json;
    private final @Nullable BadValue fault;

    /** @param json for each column whether its text is JSON, such as {@code 12}, {@code true} or {@code {"a":1}}; empty where none is */
    SourceRow(long line, @Nullable String[] values, boolean[] json, @Nullable BadValue fault) {
        this.line = line;
        this.values = values;
        this.json = json;
        this.fault = fault;
    }

    static SourceRow of(long line, @Nullable String... values) {
        return new SourceRow(line, values, new boolean[0], null);
    }

    static SourceRow faulty(long line, BadValue fault, @Nullable String... values) {
        return new SourceRow(line, values, new boolean[0], fault);
    }

    /** Number of the line at which the row begins, from 1; the header counts. */
    long line() {
        return line;
    }

    int width() {
        return values.length;
    }

    @Nullable
    String value(int column) {
        return column < values.length ? values[column] : null;
    }

    boolean isJson(int column) {
        return column < json.length && json[column];
    }

    /** Why the line is no row at all; null where it is one. */
    @Nullable
    BadValue fault() {
        return fault;
    }

    @Override
    public String toString() {
        return line + ":" + Arrays.toString(values);
    }
}
