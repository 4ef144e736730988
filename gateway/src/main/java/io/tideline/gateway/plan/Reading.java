package io.tideline.gateway.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to read one object of a subgraph's answer: which of its keys go into which slot of the merged object. */
public final class Reading {
    private final Shape shape;
    private final int runtimeType;
    private final List<Entry> entries;
    private final byte[][] keys;
    private final byte[][] begins;

    /** One key of the answer; the type name has no slot. {@code below} is null for a leaf. */
    public record Entry(String key, int slot, @Nullable Reading below) {
        public boolean isTypename() {
            return slot < 0;
        }
    }

    Reading(Shape shape, int runtimeType, List<Entry> entries) {
        this.shape = shape;
        this.runtimeType = runtimeType;
        this.entries = List.copyOf(entries);
        this.keys = entries.stream()
                .map(entry -> entry.key().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.begins = entries.stream()
                .map(entry -> ("\"" + entry.key() + "\":").getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    public Shape shape() {
        return shape;
    }

    /** The number of the runtime type where it is the same for all, else -1. */
    public int runtimeType() {
        return runtimeType;
    }

    public List<Entry> entries() {
        return entries;
    }

    /** How an entry begins where no white space is wasted; null behind the last one. */
    public byte @Nullable [] begin(int position) {
        return position < begins.length ? begins[position] : null;
    }

    /** The position of the entry whose key stands in these bytes, -1 if none. */
    public int find(byte[] bytes, int from, int to) {
        for (int position = 0; position < keys.length; position++) {
            if (matches(keys[position], bytes, from, to)) {
                return position;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] key, byte[] bytes, int from, int to) {
        if (key.length != to - from) {
            return false;
        }
        for (int index = 0; index < key.length; index++) {
            if (key[index] != bytes[from + index]) {
                return false;
            }
        }
        return true;
    }
}
