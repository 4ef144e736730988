package io.tideline.platform.ingest;

import org.jspecify.annotations.Nullable;

/** Why one row cannot be taken; the rest of its batch goes on. */
public final class RowRejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String field;
    private final @Nullable String value;

    /** @param code stable, upper snake case: MISSING, INVALID, OUT_OF_SCALE, TOO_LONG, … */
    public RowRejection(String code, String field, @Nullable String value, String message) {
        super(message, null, false, false);
        this.code = code;
        this.field = field;
        this.value = value;
    }

    public RowResult at(int row) {
        return new RowResult(row, RowStatus.REJECTED, code, field, value, getMessage());
    }
}
