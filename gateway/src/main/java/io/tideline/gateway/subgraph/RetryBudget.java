package io.tideline.gateway.subgraph;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Second tries as a share of first ones, so that a subgraph in trouble is not asked twice as much by everybody.
 * <pre>spent &lt;= {@value #RESERVE} + percent / 100 * calls</pre>
 */
final class RetryBudget {
    /** Tries saved up at most, and at the start: a quiet gateway may retry too. */
    static final int RESERVE = 10;

    private static final int TRY = 100;

    private final int percent;
    private final AtomicInteger saved = new AtomicInteger(RESERVE * TRY);

    RetryBudget(int percent) {
        this.percent = percent;
    }

    /** Counts a first try. */
    void earn() {
        if (saved.get() < RESERVE * TRY) {
            saved.updateAndGet(now -> Math.min(RESERVE * TRY, now + percent));
        }
    }

    /** Whether there is a second try to spend; it is spent then. */
    boolean spend() {
        return percent > 0 && saved.getAndUpdate(now -> now >= TRY ? now - TRY : now) >= TRY;
    }
}
