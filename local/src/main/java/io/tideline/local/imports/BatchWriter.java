package io.tideline.local.imports;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds rows to batches: makes the id of a row that has none, and the keys by which rows keep their order. */
final class BatchWriter {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final RowJson json;
    private final RowId ids = new RowId();
    private final int derivedId;
    private final List<int[]> keys;

    BatchWriter(Mapping mapping) {
        Kind kind = mapping.kind();
        String id = kind.derivedId();
        this.json = new RowJson(mapping);
        this.derivedId = id == null ? -1 : kind.place(id);
        this.keys = kind.keys().stream()
                .map(fields -> fields.stream().mapToInt(kind::place).toArray())
                .toList();
    }

    void add(@Nullable String[] values, SourceRow row, Batch batch) throws IOException {
        if (derivedId >= 0 && values[derivedId] == null) {
            values[derivedId] = ids.of(values, row);
        }
        json.write(values, row, batch.json());
        batch.added(row);
        for (int[] fields : keys) {
            batch.key(key(values, fields));
        }
    }

    /** Equal for equal values; that different ones may be equal too costs a wait and nothing else. */
    private static long key(@Nullable String[] values, int[] fields) {
        long key = fields[0];
        for (int field : fields) {
            String value = values[field];
            key = (key + (value == null ? 0 : value.hashCode())) * MIX;
        }
        return key;
    }
}
