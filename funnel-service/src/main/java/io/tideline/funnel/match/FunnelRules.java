package io.tideline.funnel.match;

/**
 * How one customer's moments become attempts. Times are microseconds on one scale.
 *
 * @param stages number of stages, 1 to 20
 * @param optional bit set of stages that neither anchor nor filter later ones
 * @param skippable bit set of stages that count as passed where a later one was reached
 * @param window longest time from the first stage to the last, inclusive; {@link #ENDLESS} without one
 * @param stepWindow longest time from one required stage to whatever follows, inclusive; {@link #ENDLESS} without one
 * @param tolerance a moment at most this much later than one of later stages is taken before it; {@link #BY_ARRIVAL} for none, 0 for equal times only,
 *     {@link #BY_STEP} for these as PostHog reads them
 * @param entryFrom first instant at which an attempt may begin
 * @param entryTo first instant at which none may begin any more
 * @param asOf instant up to which moments are known; what no moment ended is over where its time was up by then
 */
public record FunnelRules(
        int stages,
        int optional,
        int skippable,
        StepOrder order,
        ReentryPolicy reentry,
        CountUnit unit,
        EntryRule entry,
        long window,
        long stepWindow,
        long tolerance,
        long entryFrom,
        long entryTo,
        long asOf) {
    public static final long ENDLESS = Long.MAX_VALUE;
    /** Moments of one instant keep the order in which they arrived. */
    public static final long BY_ARRIVAL = -1;
    /** Moments of one instant go by step; unless all of them mean the same, they exclude nothing and interrupt nothing. */
    public static final long BY_STEP = -2;

    public static final int MAX_STAGES = 20;

    public FunnelRules {
        if (stages < 1 || stages > MAX_STAGES) {
            throw new IllegalArgumentException("A funnel has 1 to " + MAX_STAGES + " stages, not " + stages);
        }
    }

    public int last() {
        return stages - 1;
    }

    /**
     * Longest time from an entry until nothing can change any more; {@link #ENDLESS} without one. Without a window it is that of all steps together:
     * step window × (required stages − 1).
     */
    public long longest() {
        return window != ENDLESS || stepWindow == ENDLESS ? window : stepWindow * (last() - Integer.bitCount(optional));
    }

    boolean isStrict() {
        return order == StepOrder.STRICT;
    }

    /** Whether moments may be walked in another order than that of their arrival. */
    boolean mayReorder() {
        return tolerance != BY_ARRIVAL && order != StepOrder.ANY_ORDER;
    }

    boolean isPerCustomer() {
        return unit == CountUnit.CUSTOMER;
    }

    /** Whether an entry may count for its customer although there was one before. */
    boolean mayReenter() {
        return reentry != ReentryPolicy.FIRST_ENTRY;
    }

    boolean admits(long time) {
        return time >= entryFrom && time < entryTo;
    }

    /** Stages that a moment may enter the funnel by. */
    public int entering() {
        return order == StepOrder.ANY_ORDER ? (1 << stages) - 1 : 1;
    }

    /** Whether an attempt that stands at stage {@code from} may go to {@code to} at once: all stages between may be left out. */
    boolean leads(int from, int to) {
        int between = (1 << to) - (1 << (from + 1));
        return from < to && (between & ~(optional | skippable)) == 0;
    }

    /** Stages from which an attempt may go to any of a set at once. */
    int leadingTo(int stages) {
        int leading = 0;
        for (int left = stages; left != 0; left &= left - 1) {
            int to = Integer.numberOfTrailingZeros(left);
            for (int from = 0; from < to; from++) {
                leading |= leads(from, to) ? 1 << from : 0;
            }
        }
        return leading;
    }

    boolean isOptional(int stage) {
        return (optional >> stage & 1) != 0;
    }

    boolean isSkippable(int stage) {
        return (skippable >> stage & 1) != 0;
    }

    /**
     * Until when an attempt may go on that nothing else ends.
     *
     * @param anchor when it was seen in the last of the required stages it was seen in
     */
    long closes(long start, long anchor) {
        return Math.min(plus(start, window), plus(anchor, stepWindow));
    }

    private static long plus(long time, long length) {
        return length == ENDLESS ? ENDLESS : time + length;
    }

    /** Whether an attempt counts for its customer rather than another that was met before. */
    boolean prefers(Attempt attempt, Attempt to) {
        return switch (reentry) {
            case FIRST_ENTRY -> attempt.start() < to.start();
            case EARLIEST_LONGEST ->
                attempt.furthest() > to.furthest()
                        || (attempt.furthest() == to.furthest() && attempt.start() < to.start());
            case BEST_ENTRY, NEAREST, EACH_ATTEMPT -> attempt.outdoes(to);
        };
    }
}
