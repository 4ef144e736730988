package io.tideline.survey.door;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Token buckets, one a key: each fills at a steady rate up to its burst and each request takes one token.
 * <pre>tokens(t) = min(burst, tokens(t0) + rate · (t - t0))</pre>
 * Full buckets are forgotten when many are kept, so that memory follows the clients of the last moments; beyond the most, new keys share one.
 * They are looked for once a second at most, since a flood of new keys is when there is no time to look.
 */
final class Buckets {
    private static final int MOST_KEPT = 100_000;
    private static final String SHARED = "";
    private static final double NANOS = 1e9;
    private static final long BETWEEN_SWEEPS = 1_000_000_000L;

    private final double perSecond;
    private final double burst;
    private final Map<String, Level> levels = new ConcurrentHashMap<>();
    private final AtomicLong sweptAt = new AtomicLong(Long.MIN_VALUE);

    Buckets(double perSecond, double burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** @param taken whether the request that made this level got a token */
    private record Level(double tokens, long atNanos, boolean taken) {}

    /** Takes a token. Returns 0 when there was one, otherwise the seconds until there is one. */
    double take(String key, long nanos) {
        Level level = levels.compute(bucketOf(key, nanos), (same, known) -> {
            double tokens = known == null ? burst : tokens(known, nanos);
            return new Level(tokens >= 1 ? tokens - 1 : tokens, nanos, tokens >= 1);
        });
        return level.taken() ? 0 : (1 - level.tokens()) / perSecond;
    }

    int kept() {
        return levels.size();
    }

    private double tokens(Level known, long nanos) {
        return Math.min(burst, known.tokens() + perSecond * Math.max(0, nanos - known.atNanos()) / NANOS);
    }

    private String bucketOf(String key, long nanos) {
        if (levels.size() < MOST_KEPT || levels.containsKey(key)) {
            return key;
        }
        long last = sweptAt.get();
        boolean due = last == Long.MIN_VALUE || nanos - last > BETWEEN_SWEEPS;
        if (due && sweptAt.compareAndSet(last, nanos)) {
            levels.values().removeIf(level -> tokens(level, nanos) >= burst);
        }
        return levels.size() < MOST_KEPT ? key : SHARED;
    }
}
