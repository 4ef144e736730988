package io.tideline.survey.kept;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many facts a round takes: what it costs goes by how many answers the persons in it have, from a fraction of a millisecond a fact to several, which nobody
 * knows before. While a round goes on, whatever moves answers waits for it.
 * <pre>facts' = min(10,000, 2 · facts) after less than half a second; max(100, facts / 2) after more than two seconds; facts otherwise</pre>
 */
final class Pace {
    static final long FEWEST = 100;
    static final long MOST = 10_000;
    private static final long USUAL = 1_000;
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(2);

    private final AtomicLong facts = new AtomicLong(USUAL);

    long facts() {
        return facts.get();
    }

    /** Tells what a round took. */
    void took(Duration round) {
        if (round.compareTo(LONG) > 0) {
            facts.updateAndGet(before -> Math.max(FEWEST, before / 2));
        } else if (round.compareTo(SHORT) < 0) {
            facts.updateAndGet(before -> Math.min(MOST, 2 * before));
        }
    }
}
