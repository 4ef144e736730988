package io.tideline.local.imports;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of a field comes from: a column, several columns of which it is the product, or the same text for every row.
 *
 * @param columns empty where {@code constant} is given
 */
record Source(List<Integer> columns, @Nullable String constant) {
    Source {
        columns = List.copyOf(columns);
    }

    static Source constant(String text) {
        return new Source(List.of(), text);
    }

    /** The name under which a bad value is reported. */
    String shown(Columns names) {
        return constant != null
                ? "'" + constant + "'"
                : columns.stream().map(names::name).collect(Collectors.joining("*"));
    }
}
