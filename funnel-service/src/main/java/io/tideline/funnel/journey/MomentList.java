package io.tideline.funnel.journey;

import java.util.Arrays;

/** One customer's moments in the order of (occurred_at, seq). Made to be filled again for the next customer. */
public final class MomentList {
    private static final int USUAL_LENGTH = 64;

    private long[] times = new long[USUAL_LENGTH];
    private int[] names = new int[USUAL_LENGTH];
    private int size;

    void clear() {
        size = 0;
    }

    void add(long time, int name) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            names = Arrays.copyOf(names, size * 2);
        }
        times[size] = time;
        names[size] = name;
        size++;
    }

    public int size() {
        return size;
    }

    /** Microseconds since 1970. */
    public long time(int at) {
        return times[at];
    }

    /** Number of the moment's name. */
    public int name(int at) {
        return names[at];
    }

    MomentList copy() {
        MomentList copy = new MomentList();
        copy.times = Arrays.copyOf(times, Math.max(size, 1));
        copy.names = Arrays.copyOf(names, Math.max(size, 1));
        copy.size = size;
        return copy;
    }
}
