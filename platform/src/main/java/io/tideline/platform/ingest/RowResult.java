package io.tideline.platform.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row.
 *
 * @param row place in the batch, from 0
 * @param code why it was rejected; null otherwise, as are field, value and message
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowResult(
        int row,
        RowStatus status,
        @Nullable String code,
        @Nullable String field,
        @Nullable String value,
        @Nullable String message) {
    public static RowResult of(int row, RowStatus status) {
        return new RowResult(row, status, null, null, null, null);
    }
}
