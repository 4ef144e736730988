package io.tideline.funnel.match;

import java.util.Arrays;

/**
 * Which moment could be which stage, in the order in which a walk looks at them.
 *
 * <p>Without tolerance: by time and arrival; of one moment an exclusion first, then its later stages before its earlier ones, so that it is never two
 * steps of one attempt. With a tolerance τ a moment at {@code t} matching stage {@code k} stands at {@code t + k τ}: then it may follow a moment of stage
 * {@code k - 1} exactly where that one is at most τ later.
 */
final class Occurrences {
    /** Stage of a moment that ends an attempt. */
    static final int EXCLUSION = -1;

    private static final int STAGE_BITS = Journey.EXCLUDED - 1;

    private int[] entries = new int[64];
    private int[] stages = new int[64];
    private int size;

    int size() {
        return size;
    }

    int entry(int at) {
        return entries[at];
    }

    int stage(int at) {
        return stages[at];
    }

    void fill(Journey journey, FunnelRules rules) {
        size = 0;
        for (int entry = 0; entry < journey.size(); entry++) {
            int mask = journey.mask(entry);
            if ((mask & Journey.EXCLUDED) != 0) {
                add(entry, EXCLUSION);
            }
            for (int left = mask & STAGE_BITS; left != 0; ) {
                int stage = 31 - Integer.numberOfLeadingZeros(left);
                add(entry, stage);
                left ^= 1 << stage;
            }
        }
        if (rules.tolerance() > 0 && rules.order() == StepOrder.ORDERED) {
            sortWithin(journey, rules.tolerance());
        }
    }

    private void add(int entry, int stage) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
            stages = Arrays.copyOf(stages, size * 2);
        }
        entries[size] = entry;
        stages[size] = stage;
        size++;
    }

    private void sortWithin(Journey journey, long tolerance) {
        long[][] keys = new long[size][];
        for (int at = 0; at < size; at++) {
            long shifted = journey.time(entries[at]) + Math.max(stages[at], 0) * tolerance;
            keys[at] = new long[] {shifted, stages[at], entries[at]};
        }
        Arrays.sort(keys, Arrays::compare);
        for (int at = 0; at < size; at++) {
            stages[at] = (int) keys[at][1];
            entries[at] = (int) keys[at][2];
        }
    }
}
