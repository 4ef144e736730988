package io.tideline.gateway.execute;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** Slices of one text, each kept once: a table of their places, so that nothing is copied to compare them. */
final class Distinct {
    private static final int ROOM = 16;
    /** Drawn anew in each process, so that slices that meet in one table do not by that meet in the next. */
    private static final long SEED = ThreadLocalRandom.current().nextLong() | 1;

    private final Bytes text;
    /** Positions of slices plus one; 0 is free. The length is a power of two and at least twice the size. */
    private int[] table = new int[2 * ROOM];

    private long[] hashes = new long[ROOM];
    private int[] starts = new int[ROOM];
    private int[] ends = new int[ROOM];
    private int size;

    Distinct(Bytes text) {
        this.text = text;
    }

    /** The position of a slice equal to the end of the text from here on; that end itself when it is the first. */
    int add(int from) {
        int to = text.size();
        long hash = text.hash(from, to, SEED);
        int place = first(hash);
        for (int known = table[place]; known > 0; known = table[place]) {
            int at = known - 1;
            if (hashes[at] == hash && text.isSame(starts[at], ends[at], from, to)) {
                return at;
            }
            place = (place + 1) & (table.length - 1);
        }
        if (size == hashes.length) {
            grow();
            place = free(hash);
        }
        table[place] = size + 1;
        hashes[size] = hash;
        starts[size] = from;
        ends[size] = to;
        return size++;
    }

    private int first(long hash) {
        return (int) (hash >>> 32) & (table.length - 1);
    }

    private int free(long hash) {
        int place = first(hash);
        while (table[place] != 0) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    private void grow() {
        int room = 2 * hashes.length;
        hashes = Arrays.copyOf(hashes, room);
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
        table = new int[2 * room];
        for (int position = 0; position < size; position++) {
            table[free(hashes[position])] = position + 1;
        }
    }
}
