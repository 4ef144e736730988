package io.tideline.funnel.match;

import java.util.Arrays;

/** One customer's moments in the order of (occurred_at, seq). Made to be filled again for the next customer. */
public final class Journey {
    /** Bit of a moment that ends an attempt. */
    public static final int EXCLUDED = 1 << 30;

    private static final int USUAL_LENGTH = 64;

    private long[] times = new long[USUAL_LENGTH];
    private int[] masks = new int[USUAL_LENGTH];
    private int size;

    public void clear() {
        size = 0;
    }

    /**
     * @param time microseconds
     * @param mask bit set of the stages that the moment matches, with {@link #EXCLUDED}; 0 for one that only interrupts
     */
    public void add(long time, int mask) {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            masks = Arrays.copyOf(masks, size * 2);
        }
        times[size] = time;
        masks[size] = mask;
        size++;
    }

    public int size() {
        return size;
    }

    /** Whether a moment within {@code [from, to)} matches any of these stages. */
    public boolean hasBetween(long from, long to, int stages) {
        int first = Arrays.binarySearch(times, 0, size, from);
        int at = first < 0 ? -first - 1 : first;
        while (at > 0 && times[at - 1] == from) {
            at--;
        }
        for (; at < size && times[at] < to; at++) {
            if ((masks[at] & stages) != 0) {
                return true;
            }
        }
        return false;
    }

    long time(int at) {
        return times[at];
    }

    int mask(int at) {
        return masks[at];
    }

    /** Puts moments that are at most {@code tolerance} behind the first of their cluster into the order of the stages they match. */
    void reorderWithin(long tolerance) {
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && times[to] - times[from] <= tolerance) {
                to++;
            }
            sortByStage(from, to);
            from = to;
        }
    }

    private void sortByStage(int from, int to) {
        for (int next = from + 1; next < to; next++) {
            long time = times[next];
            int mask = masks[next];
            int at = next;
            while (at > from && firstStage(masks[at - 1]) > firstStage(mask)) {
                times[at] = times[at - 1];
                masks[at] = masks[at - 1];
                at--;
            }
            times[at] = time;
            masks[at] = mask;
        }
    }

    private static int firstStage(int mask) {
        return Integer.numberOfTrailingZeros(mask & ~EXCLUDED);
    }
}
