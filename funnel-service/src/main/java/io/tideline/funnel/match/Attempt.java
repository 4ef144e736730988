package io.tideline.funnel.match;

import java.util.Arrays;

/** How far one attempt came, and when it was seen in which stage. */
public final class Attempt {
    static final long ABSENT = Long.MIN_VALUE;

    private final FunnelRules rules;
    private final long[] times;
    private final int furthest;
    private final long start;
    private final long closes;
    /** Of all entries that may still take its place the one that stays open longest, which may be its own: when it began and until when it may go on. */
    private final long rivalStart;

    private final long rivalCloses;

    /** @param closes until when it may go on */
    Attempt(FunnelRules rules, long[] times, int furthest, long closes) {
        this(rules, ended(rules, times, furthest), furthest, closes, times[0], closes);
    }

    private Attempt(FunnelRules rules, long[] times, int furthest, long closes, long rivalStart, long rivalCloses) {
        this.rules = rules;
        this.times = times;
        this.furthest = furthest;
        this.start = times[0];
        this.closes = closes;
        this.rivalStart = rivalStart;
        this.rivalCloses = rivalCloses;
    }

    /** One of a walk's chains, chosen while another stays open longest, which may be the same. */
    static Attempt of(Chain chosen, Chain longest) {
        long[] times = ended(chosen.rules(), chosen.times(), chosen.furthest());
        return new Attempt(
                chosen.rules(), times, chosen.furthest(), chosen.closes(), longest.start(), longest.closes());
    }

    private static long[] ended(FunnelRules rules, long[] times, int furthest) {
        long[] known = Arrays.copyOf(times, rules.stages());
        Arrays.fill(known, furthest + 1, rules.stages(), ABSENT);
        return known;
    }

    /** This one, chosen while another entry may go on until an instant and would then take its place. */
    Attempt beside(long otherStart, long otherCloses) {
        return otherCloses > rivalCloses ? new Attempt(rules, times, furthest, closes, otherStart, otherCloses) : this;
    }

    Attempt beside(Attempt other) {
        return beside(other.rivalStart, other.rivalCloses);
    }

    /** When the attempt began: its entry into the funnel. */
    public long start() {
        return start;
    }

    int stages() {
        return times.length;
    }

    /** The last stage it was seen in. */
    public int furthest() {
        return furthest;
    }

    public boolean isConverted() {
        return furthest == rules.last();
    }

    public boolean wasSeenIn(int stage) {
        return times[stage] != ABSENT;
    }

    /** Seen in the stage, or past a stage that counts as passed. */
    public boolean reached(int stage) {
        return wasSeenIn(stage) || (stage < furthest && rules.isSkippable(stage));
    }

    /** When it was seen in the stage; what is recorded too early within the tolerance counts as being of the stage before. */
    public long at(int stage) {
        return times[stage];
    }

    /** The last stage reached that the funnel requires: where an attempt that goes no further stands. */
    public int standsAt() {
        int stage = furthest;
        while (rules.isOptional(stage)) {
            stage--;
        }
        return stage;
    }

    /** Until when it may itself go on: the end of its window or of its step, or the moment that ended it before. */
    public long closes() {
        return closes;
    }

    /** Until when something may come of it: it may itself go on, or where customers are counted another entry of its customer's. */
    public long openUntil() {
        return rivalCloses;
    }

    /** When the entry began that something may still come of after an instant. */
    public long openSince(long instant) {
        return instant < closes ? start : rivalStart;
    }

    /** As much of it as lies before it was seen in another stage, which ended it. */
    public Attempt upTo(int stage) {
        if (stage >= furthest) {
            return this;
        }
        Attempt cut = new Attempt(rules, times, stage, Math.min(closes, at(seenAfter(stage))));
        return isConverted() || rivalCloses == closes ? cut : cut.beside(rivalStart, rivalCloses);
    }

    private int seenAfter(int stage) {
        int next = stage + 1;
        while (!wasSeenIn(next)) {
            next++;
        }
        return next;
    }

    /** Whether this attempt says more of its customer than another does. */
    boolean outdoes(Attempt other) {
        if (furthest != other.furthest) {
            return furthest > other.furthest;
        }
        boolean sooner = isConverted() && at(furthest) < other.at(other.furthest);
        boolean atOnce = !isConverted() || at(furthest) == other.at(other.furthest);
        return sooner || (atOnce && start >= other.start);
    }

    @Override
    public String toString() {
        return "Attempt" + Arrays.toString(times);
    }
}
