package io.tideline.funnel.result;

import io.vertx.core.buffer.Buffer;

/** One customer's moments as the statement packs them. */
record PackedMoments(Buffer bytes) {
    private static final int WIDTH = 12;
    private static final int NAME_AT = 8;
    /** PostgreSQL counts from 2000-01-01T00:00:00Z. */
    private static final long EPOCH_MICROS = 946_684_800_000_000L;

    int size() {
        return bytes.length() / WIDTH;
    }

    /** Microseconds since 1970. */
    long time(int at) {
        return bytes.getLong(at * WIDTH) + EPOCH_MICROS;
    }

    int name(int at) {
        return bytes.getInt(at * WIDTH + NAME_AT);
    }
}
