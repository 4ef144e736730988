package io.tideline.platform.stat;

/**
 * Shares of a whole and the comparison of two of them.
 * <p>Sources: E. B. Wilson, JASA 22 (1927); R. G. Newcombe, Statistics in Medicine 17 (1998), method 10.
 */
public final class Proportion {
    private Proportion() {}

    /** Test statistic in standard errors and the two-sided probability of one at least as large. */
    public record Test(double z, double p) {}

    /**
     * Wilson score interval of one share.
     * <pre>(p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)</pre>
     */
    public static Interval95 wilson(long successes, long n) {
        double share = share(successes, n);
        double zz = Normal.Z95 * Normal.Z95;
        double middle = share + zz / (2.0 * n);
        double reach = Normal.Z95 * Math.sqrt(share * (1 - share) / n + zz / (4.0 * n * n));
        double scale = 1 + zz / n;
        double low = successes == 0 ? 0 : (middle - reach) / scale;
        double high = successes == n ? 1 : (middle + reach) / scale;
        return new Interval95(low, high, IntervalMethod.WILSON);
    }

    /** Interval of the difference first minus second, from the Wilson intervals of both. */
    public static Interval95 newcombe(long successes1, long n1, long successes2, long n2) {
        double first = share(successes1, n1);
        double second = share(successes2, n2);
        Interval95 one = wilson(successes1, n1);
        Interval95 two = wilson(successes2, n2);
        double below = Math.hypot(first - one.low(), two.high() - second);
        double above = Math.hypot(one.high() - first, second - two.low());
        return new Interval95(first - second - below, first - second + above, IntervalMethod.NEWCOMBE);
    }

    /** Two-proportion z-test with pooled variance. Without any variation (all or none succeed) z is 0 and p is 1. */
    public static Test zTest(long successes1, long n1, long successes2, long n2) {
        double difference = share(successes1, n1) - share(successes2, n2);
        double pooled = (double) (successes1 + successes2) / (n1 + n2);
        double variance = pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n2);
        if (variance == 0) {
            return new Test(0, 1);
        }
        double z = difference / Math.sqrt(variance);
        return new Test(z, Normal.twoSided(z));
    }

    /** Fisher's exact test, two-sided: all tables that are no more likely than the one seen. */
    public static double fisher(long successes1, long n1, long successes2, long n2) {
        share(successes1, n1);
        share(successes2, n2);
        return new Hypergeometric(n1 + n2, successes1 + successes2, n1).noMoreLikelyThan(successes1);
    }

    /**
     * How surprising {@code k} successes are among {@code n} drawn from {@code populationSize} that hold
     * {@code populationSuccesses}.
     * <pre>p = 1 - max(P(X &lt; k), P(X &gt; k))</pre>
     */
    public static double hypergeometric(long populationSize, long populationSuccesses, long n, long k) {
        Hypergeometric drawn = new Hypergeometric(populationSize, populationSuccesses, n);
        return 1 - Math.max(drawn.below(k), drawn.above(k));
    }

    private static double share(long successes, long n) {
        if (n <= 0 || successes < 0 || successes > n) {
            throw new IllegalArgumentException("Not a share: " + successes + " of " + n);
        }
        return (double) successes / n;
    }
}
