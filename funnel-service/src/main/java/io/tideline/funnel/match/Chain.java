package io.tideline.funnel.match;

import java.util.Arrays;

/** An attempt while it is being walked: which moments it has used so far. */
final class Chain {
    private final FunnelRules rules;
    private final Journey journey;
    private final long[] times;
    private final int[] entries;
    private int furthest;
    private int lastEntry;
    private long anchor;

    /** An attempt that begins with this moment. */
    Chain(FunnelRules rules, Journey journey, int entry) {
        this.rules = rules;
        this.journey = journey;
        this.times = new long[rules.stages()];
        this.entries = new int[rules.stages()];
        Arrays.fill(times, Attempt.ABSENT);
        Arrays.fill(entries, -1);
        take(0, entry);
    }

    private Chain(Chain other) {
        this.rules = other.rules;
        this.journey = other.journey;
        this.times = other.times.clone();
        this.entries = other.entries.clone();
        this.furthest = other.furthest;
        this.lastEntry = other.lastEntry;
        this.anchor = other.anchor;
    }

    /** This attempt one step further; this one itself stays as it is, since it may also go on another way. */
    Chain with(int stage, int entry) {
        Chain longer = new Chain(this);
        longer.take(stage, entry);
        return longer;
    }

    /** Goes on to this stage by this moment. */
    void take(int stage, int entry) {
        times[stage] = journey.time(entry);
        entries[stage] = entry;
        furthest = stage;
        lastEntry = entry;
        if (!rules.isOptional(stage)) {
            anchor = times[stage];
        }
    }

    /** Whether this moment may be this attempt's next step. */
    boolean accepts(int stage, int entry) {
        return rules.leads(furthest, stage)
                && isOpenAt(journey.time(entry))
                && (!rules.isStrict() || entry == lastEntry + 1)
                && !uses(entry);
    }

    boolean isOpenAt(long time) {
        return time - times[0] <= rules.window() && time - anchor <= rules.stepWindow();
    }

    boolean isConverted() {
        return furthest == rules.last();
    }

    int furthest() {
        return furthest;
    }

    long start() {
        return times[0];
    }

    int lastEntry() {
        return lastEntry;
    }

    /** Whether this one says more of its customer; equals {@link Attempt#outdoes} of their ends. */
    boolean outdoes(Chain other) {
        if (furthest != other.furthest) {
            return furthest > other.furthest;
        }
        boolean sooner = isConverted() && times[furthest] < other.times[furthest];
        boolean atOnce = !isConverted() || times[furthest] == other.times[furthest];
        return sooner || (atOnce && start() >= other.start());
    }

    Attempt end() {
        return new Attempt(rules, times, furthest);
    }

    private boolean uses(int entry) {
        for (int stage = 0; stage <= furthest; stage++) {
            if (entries[stage] == entry) {
                return true;
            }
        }
        return false;
    }
}
