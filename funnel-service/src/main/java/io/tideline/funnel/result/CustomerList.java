package io.tideline.funnel.result;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Ids of customers, of whom a funnel may drop millions: 16 bytes each, and nothing is copied as the list grows. */
final class CustomerList extends AbstractList<UUID> {
    private static final int FIRST = 8;
    private static final int MOST = 2_048;
    private static final int BYTES = 16;

    private final Room room;
    private final List<Stretch> stretches = new ArrayList<>();
    private int size;

    CustomerList(Room room) {
        this.room = room;
    }

    /** Neighbours in the list, of whom {@code from} others stand in front. */
    private static final class Stretch {
        private final int from;
        private final long[] ids;
        private int size;

        Stretch(int from, long[] ids, int size) {
            this.from = from;
            this.ids = ids;
            this.size = size;
        }

        boolean isFull() {
            return 2 * size == ids.length;
        }
    }

    void append(UUID customer) {
        Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
        if (last == null || last.isFull()) {
            int length = Math.min(MOST, Math.max(FIRST, size));
            room.take((long) length * BYTES);
            last = new Stretch(size, new long[2 * length], 0);
            stretches.add(last);
        }
        last.ids[2 * last.size] = customer.getMostSignificantBits();
        last.ids[2 * last.size + 1] = customer.getLeastSignificantBits();
        last.size++;
        size++;
    }

    boolean endsWith(UUID customer) {
        if (size == 0) {
            return false;
        }
        Stretch last = stretches.get(stretches.size() - 1);
        return last.ids[2 * last.size - 2] == customer.getMostSignificantBits()
                && last.ids[2 * last.size - 1] == customer.getLeastSignificantBits();
    }

    /** Takes over what another has collected. */
    void appendAll(CustomerList other) {
        for (Stretch stretch : other.stretches) {
            long[] ids = stretch.isFull() ? stretch.ids : Arrays.copyOf(stretch.ids, 2 * stretch.size);
            stretches.add(new Stretch(size, ids, stretch.size));
            size += stretch.size;
        }
        other.stretches.clear();
        other.size = 0;
    }

    @Override
    public UUID get(int index) {
        Objects.checkIndex(index, size);
        int low = 0;
        for (int high = stretches.size() - 1; low < high; ) {
            int middle = (low + high + 1) >>> 1;
            if (stretches.get(middle).from <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Stretch stretch = stretches.get(low);
        int place = index - stretch.from;
        return new UUID(stretch.ids[2 * place], stretch.ids[2 * place + 1]);
    }

    @Override
    public int size() {
        return size;
    }
}
