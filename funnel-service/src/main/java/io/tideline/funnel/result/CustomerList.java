package io.tideline.funnel.result;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Ids of customers, of whom a funnel may drop millions: 16 bytes each, and nothing is copied as the list grows. */
final class CustomerList extends AbstractList<UUID> {
    private static final int CHUNK = 1_024;

    private final List<long[]> chunks = new ArrayList<>();
    private int size;

    void append(UUID customer) {
        int place = size % CHUNK;
        if (place == 0) {
            chunks.add(new long[2 * CHUNK]);
        }
        long[] chunk = chunks.get(chunks.size() - 1);
        chunk[2 * place] = customer.getMostSignificantBits();
        chunk[2 * place + 1] = customer.getLeastSignificantBits();
        size++;
    }

    void appendAll(CustomerList others) {
        others.forEach(this::append);
    }

    @Override
    public UUID get(int index) {
        Objects.checkIndex(index, size);
        long[] chunk = chunks.get(index / CHUNK);
        int place = index % CHUNK;
        return new UUID(chunk[2 * place], chunk[2 * place + 1]);
    }

    @Override
    public int size() {
        return size;
    }
}
