package io.tideline.platform.ingest;

/** A row that could be read, with its place in the batch. */
public record ReadRow<T>(int row, T value) {
    public RowResult became(RowStatus status) {
        return RowResult.of(row, status);
    }
}
