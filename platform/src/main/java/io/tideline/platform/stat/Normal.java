package io.tideline.platform.stat;

/** The standard normal distribution, to about 14 digits. */
final class Normal {
    /** Quantile at 97.5 %: half the width of a 95 % interval, in standard errors. */
    static final double Z95 = 1.959963984540054;

    private static final double SERIES_LIMIT = 2.5;
    private static final int FRACTION_TERMS = 80;

    private Normal() {}

    /** Probability of a value at least as far from zero as {@code z}, on both sides. */
    static double twoSided(double z) {
        return Math.min(1, 2 * upperTail(Math.abs(z)));
    }

    /** {@code P(X > z)} for {@code z >= 0}: a power series near the middle, a continued fraction in the tail. */
    private static double upperTail(double z) {
        return z < SERIES_LIMIT ? 0.5 - density(z) * oddSeries(z) : density(z) / tailFraction(z);
    }

    private static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    private static double oddSeries(double z) {
        double term = z;
        double sum = z;
        for (int i = 3; Math.abs(term) > 1e-17 * sum; i += 2) {
            term *= z * z / i;
            sum += term;
        }
        return sum;
    }

    private static double tailFraction(double z) {
        double value = z;
        for (int i = FRACTION_TERMS; i >= 1; i--) {
            value = z + i / value;
        }
        return value;
    }
}
