package io.tideline.funnel.match;

import java.util.Arrays;

/** An attempt while it is being walked. */
final class Chain {
    private final FunnelRules rules;
    private final Journey journey;
    private final long[] times;
    private final int startEntry;
    private int furthest;
    private int lastEntry;
    private long anchor;
    private long ended = FunnelRules.ENDLESS;

    /** An attempt that begins with this moment. */
    Chain(FunnelRules rules, Journey journey, int entry) {
        this.rules = rules;
        this.journey = journey;
        this.times = new long[rules.stages()];
        this.startEntry = entry;
        Arrays.fill(times, Attempt.ABSENT);
        take(0, entry);
    }

    private Chain(Chain other) {
        this.rules = other.rules;
        this.journey = other.journey;
        this.times = other.times.clone();
        this.startEntry = other.startEntry;
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
        furthest = stage;
        lastEntry = entry;
        if (!rules.isOptional(stage)) {
            anchor = times[stage];
        }
    }

    /** Goes on to the last of the moment's stages that it may go to. */
    boolean takes(int entry) {
        for (int stage = rules.last(); stage > furthest; stage--) {
            if ((journey.stages(entry) >> stage & 1) != 0 && accepts(stage, entry)) {
                take(stage, entry);
                return true;
            }
        }
        return false;
    }

    /** Whether this moment may be this attempt's next step. */
    boolean accepts(int stage, int entry) {
        return rules.leads(furthest, stage) && isOpenFor(entry);
    }

    /** Whether this moment could still belong to the attempt: within its windows and, read strictly, right after its last. */
    boolean isOpenFor(int entry) {
        long time = journey.time(entry);
        return time - times[0] <= rules.window()
                && time - anchor <= rules.stepWindow()
                && (!rules.isStrict() || journey.isNext(lastEntry, entry));
    }

    boolean isEndedBy(int entry) {
        return journey.ends(entry, furthest);
    }

    /** Ends it: from this moment on nothing can follow. */
    Chain endedBy(int entry) {
        ended = Math.min(ended, journey.time(entry));
        return this;
    }

    /** Until when something may follow. */
    long closes() {
        long left = rules.isStrict() ? interrupted() : FunnelRules.ENDLESS;
        return Math.min(rules.closes(times[0], anchor), Math.min(ended, left));
    }

    /** When something happened that it did not take, so that read strictly nothing can follow any more. */
    private long interrupted() {
        int next = lastEntry + 1;
        while (next < journey.size() && !journey.interrupts(next)) {
            next++;
        }
        return next < journey.size() ? journey.time(next) : FunnelRules.ENDLESS;
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

    boolean beginsAfter(Chain other) {
        return startEntry > other.startEntry;
    }

    /**
     * Whether everything that could follow the other could follow this one too, both standing at one stage. Read strictly, nothing can follow what is
     * before the last moment that interrupts.
     */
    boolean outlives(Chain other) {
        int since = journey.interruptions(lastEntry) - journey.interruptions(other.lastEntry);
        if (rules.isStrict() && since != 0) {
            return since > 0;
        }
        return startEntry >= other.startEntry && anchor >= other.anchor;
    }

    /**
     * Whether this one says more of its customer: it got further, completed sooner or, otherwise, began later. Of one entry's attempts that stand at one
     * stage the one says more that stays open longer.
     */
    boolean outdoes(Chain other) {
        if (furthest != other.furthest) {
            return furthest > other.furthest;
        }
        if (isConverted() && lastEntry != other.lastEntry) {
            return lastEntry < other.lastEntry;
        }
        if (startEntry != other.startEntry) {
            return startEntry > other.startEntry;
        }
        return anchor > other.anchor || (anchor == other.anchor && lastEntry > other.lastEntry);
    }

    FunnelRules rules() {
        return rules;
    }

    /** By stage; those that it has not come to are absent. */
    long[] times() {
        return times;
    }

    Attempt end() {
        return Attempt.of(this, this);
    }
}
