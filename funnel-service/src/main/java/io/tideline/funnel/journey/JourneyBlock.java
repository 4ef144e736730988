package io.tideline.funnel.journey;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some hundred customers with their moments, as they are stored. */
final class JourneyBlock {
    private static final byte[] NOTHING = new byte[0];

    private final UUID first;
    private final @Nullable UUID next;
    private final byte[] customers;
    private final byte[] moments;
    private final byte[] dimensions;
    private final long latestSeq;

    JourneyBlock(UUID first, @Nullable UUID next, byte[] customers, byte[] moments, byte[] dimensions, long latestSeq) {
        this.first = first;
        this.next = next;
        this.customers = customers;
        this.moments = moments;
        this.dimensions = dimensions;
        this.latestSeq = latestSeq;
    }

    /** A block of nobody. */
    static JourneyBlock empty(UUID first, @Nullable UUID next) {
        return new JourneyBlock(first, next, NOTHING, NOTHING, NOTHING, Long.MIN_VALUE);
    }

    static JourneyBlock of(Row row, @Nullable UUID next) {
        Buffer dimensions = row.getBuffer("dimensions");
        return new JourneyBlock(
                row.getUUID("first_customer"),
                next,
                row.getBuffer("customers").getBytes(),
                row.getBuffer("moments").getBytes(),
                dimensions == null ? NOTHING : dimensions.getBytes(),
                row.getLong("latest_seq"));
    }

    UUID first() {
        return first;
    }

    /** Where the next block begins; null at the last. */
    @Nullable
    UUID next() {
        return next;
    }

    int size() {
        return customers.length / CustomerIds.WIDTH;
    }

    UUID customer(int place) {
        return CustomerIds.at(customers, place);
    }

    Dimensions dimensions() {
        return Dimensions.read(dimensions, size());
    }

    byte[] customers() {
        return customers;
    }

    byte[] moments() {
        return moments;
    }

    byte[] packedDimensions() {
        return dimensions;
    }

    long latestSeq() {
        return latestSeq;
    }
}
