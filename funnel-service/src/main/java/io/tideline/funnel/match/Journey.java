package io.tideline.funnel.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One customer's moments in the order of (occurred_at, seq). Made to be filled again for the next customer.
 * <p>A moment's mask says which stages it matches and at which stages it ends an attempt, or drops the customer, that stands there.
 */
public final class Journey {
    private static final int WIDTH = FunnelRules.MAX_STAGES;
    private static final long STAGES = (1L << WIDTH) - 1;
    private static final long EXCLUSIONS = (STAGES << WIDTH) | (STAGES << (2 * WIDTH));
    /** Bit of a moment that interrupts nothing. */
    private static final long LOOSE = 1L << (3 * WIDTH);

    private static final int USUAL_LENGTH = 64;
    private static final int ANY = -1;

    /** Bits of a moment that ends an attempt wherever it stands. */
    public static final long EXCLUDED = STAGES << WIDTH;

    private long[] times = new long[USUAL_LENGTH];
    private long[] masks = new long[USUAL_LENGTH];
    private int size;
    private int onlyEntry;
    private boolean isSettled;
    private boolean isFirstElsewhere;
    /** By place, how many moments have interrupted by then; null where every moment interrupts. */
    private int @Nullable [] interruptions;

    /** Bits of a moment that ends attempts that have come to stage {@code from} and not yet to stage {@code to}. */
    public static long ending(int from, int to) {
        return ((1L << to) - (1L << from)) << WIDTH;
    }

    /** The same, for a moment that drops the customer. */
    public static long dropping(int from, int to) {
        return ending(from, to) << WIDTH;
    }

    public void clear() {
        size = 0;
        isSettled = false;
        isFirstElsewhere = false;
        interruptions = null;
    }

    /** Says that these are not all of the customer's moments, and that the first of them all that could be an entry is none of these. */
    public void enteredElsewhere() {
        isFirstElsewhere = true;
    }

    /**
     * @param time microseconds
     * @param mask bit set of the stages that the moment matches, with bits of {@link #ending} and {@link #dropping}; 0 for one that only interrupts
     */
    public void add(long time, long mask) {
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

    public long time(int at) {
        return times[at];
    }

    /** Bit set of the stages that a moment matches. */
    public int stages(int at) {
        return (int) (masks[at] & STAGES);
    }

    boolean excludes(int at) {
        return (masks[at] & EXCLUSIONS) != 0;
    }

    boolean excludesAny() {
        for (int at = 0; at < size; at++) {
            if (excludes(at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the moment ends an attempt that stands at a stage, with its customer or without. */
    boolean ends(int at, int stage) {
        return (masks[at] >>> (WIDTH + stage) & 1) != 0 || drops(at, stage);
    }

    boolean drops(int at, int stage) {
        return (masks[at] >>> (2 * WIDTH + stage) & 1) != 0;
    }

    /** Whether what is read strictly cannot go on past a moment. */
    boolean interrupts(int at) {
        return (masks[at] & LOOSE) == 0;
    }

    /** Whether nothing between two moments interrupts. */
    boolean isNext(int last, int at) {
        return at > last && interruptions(at - 1) == interruptions(last);
    }

    /** A number that grows with every moment that interrupts. */
    int interruptions(int at) {
        return interruptions == null ? at : interruptions[at];
    }

    /** Puts the moments into the order in which they are walked, and finds out which may be entries. */
    void prepare(FunnelRules rules) {
        if (rules.mayReorder() && !isSettled) {
            if (rules.tolerance() == FunnelRules.BY_STEP) {
                loosen();
            }
            settle(rules);
            isSettled = true;
        }
        onlyEntry = rules.entry() == EntryRule.FIRST_EVER ? firstEntry(rules) : ANY;
    }

    /** Place of the only moment that may be an entry; behind all of them where it is none of these. */
    private int firstEntry(FunnelRules rules) {
        int first = isFirstElsewhere ? size : 0;
        while (first < size && (stages(first) & rules.entering()) == 0) {
            first++;
        }
        return first;
    }

    /** Whether an attempt may begin with a moment. */
    boolean admits(FunnelRules rules, int at) {
        return (stages(at) & rules.entering()) != 0 && rules.admits(times[at]) && (onlyEntry == ANY || onlyEntry == at);
    }

    /** Of an instant at which several things happened only what matches a stage stays, and neither excludes nor interrupts. */
    private void loosen() {
        int kept = 0;
        int interrupting = 0;
        int[] counted = new int[size];
        for (int from = 0, to; from < size; from = to) {
            boolean isMixed = false;
            for (to = from + 1; to < size && times[to] == times[from]; to++) {
                isMixed |= masks[to] != masks[from];
            }
            for (int at = from; at < to; at++) {
                if (!isMixed || stages(at) != 0) {
                    times[kept] = times[at];
                    masks[kept] = isMixed ? (masks[at] & STAGES) | LOOSE : masks[at];
                    interrupting += isMixed ? 0 : 1;
                    counted[kept++] = interrupting;
                }
            }
        }
        interruptions = interrupting < kept ? counted : null;
        size = kept;
    }

    /**
     * Moves each moment before those of later stages that are at most the tolerance older, which then count as being of its time. What excludes or matches
     * nothing stays in its place. A funnel that repeats a stage has moments that come before others and after them: those keep the order in which they were
     * recorded where that one makes sense, so that within the tolerance no attempt is lost that was there without.
     */
    private void settle(FunnelRules rules) {
        long tolerance = Math.max(rules.tolerance(), 0);
        for (int next = 1; next < size; next++) {
            long time = times[next];
            long mask = masks[next];
            int at = next;
            while (at > 0 && time - times[at - 1] <= tolerance && goesBefore(rules, mask, at - 1)) {
                times[at] = times[at - 1];
                masks[at] = masks[at - 1];
                at--;
            }
            times[at] = time;
            masks[at] = mask;
        }
        for (int at = 1; at < size; at++) {
            times[at] = Math.max(times[at], times[at - 1]);
        }
    }

    /**
     * Whether all stages of a moment come before all stages of another, so that no attempt could take them the other way round, or the other is of use only
     * behind it.
     */
    private boolean goesBefore(FunnelRules rules, long mask, int at) {
        long stages = mask & STAGES;
        if (stages == 0 || stages(at) == 0 || ((mask | masks[at]) & EXCLUSIONS) != 0) {
            return false;
        }
        boolean isEarlier = Long.highestOneBit(stages) < Integer.lowestOneBit(stages(at));
        return isEarlier || ((rules.leadingTo(stages(at)) & stages) != 0 && isInVain(rules, at));
    }

    /**
     * Whether a moment is of no use where it stands: no attempt could begin with it, nor go on to it from one that stands before it and is no older than the
     * window, as times may move by the tolerance. Read by step, only the steps count.
     */
    private boolean isInVain(FunnelRules rules, int at) {
        if (rules.tolerance() == FunnelRules.BY_STEP || (stages(at) & rules.entering()) != 0) {
            return false;
        }
        int leading = rules.leadingTo(stages(at));
        long known = times[at] - rules.tolerance();
        for (int before = at - 1;
                before >= 0 && known - times[before] - rules.tolerance() <= rules.window();
                before--) {
            if ((stages(before) & leading) != 0 && known - times[before] <= rules.window()) {
                return false;
            }
        }
        return true;
    }
}
