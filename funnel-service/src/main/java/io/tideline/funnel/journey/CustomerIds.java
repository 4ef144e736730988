package io.tideline.funnel.journey;

import io.vertx.mutiny.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;

/** Ids of customers as the database writes and orders them: 16 bytes each, as unsigned numbers. */
final class CustomerIds {
    static final int WIDTH = 16;
    /** The order of ids in the database, which is not Java's. */
    static final Comparator<UUID> ORDER = (one, other) -> {
        int byHigh = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return byHigh != 0
                ? byHigh
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    static final UUID FIRST = new UUID(0, 0);

    private CustomerIds() {}

    static UUID at(byte[] packed, int place) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        return new UUID(bytes.getLong(place * WIDTH), bytes.getLong(place * WIDTH + Long.BYTES));
    }

    static NavigableSet<UUID> none() {
        return new TreeSet<>(ORDER);
    }

    static void addAll(Collection<UUID> ids, byte[] packed) {
        addAll(ids, packed, FIRST);
    }

    /** Adds those that do not come before one. */
    static void addAll(Collection<UUID> ids, byte[] packed, UUID from) {
        for (int place = 0; place < packed.length / WIDTH; place++) {
            UUID id = at(packed, place);
            if (ORDER.compare(id, from) >= 0) {
                ids.add(id);
            }
        }
    }

    static Buffer packed(Collection<UUID> ids) {
        Buffer bytes = Buffer.buffer(ids.size() * WIDTH);
        ids.forEach(id -> bytes.appendLong(id.getMostSignificantBits()).appendLong(id.getLeastSignificantBits()));
        return bytes;
    }
}
