package io.tideline.platform.stat;

/**
 * Percentiles of sorted values, as PostgreSQL's {@code percentile_cont} and {@code percentile_disc} define them.
 * Callers check for an empty array first: it has no percentile.
 */
public final class Percentiles {
    private Percentiles() {}

    /** Linear interpolation between the neighbours of row {@code 1 + p (n - 1)}. */
    public static double continuous(double[] sorted, double p) {
        double row = checked(sorted, p) * (sorted.length - 1);
        int below = (int) Math.floor(row);
        int above = (int) Math.ceil(row);
        return sorted[below] + (row - below) * (sorted[above] - sorted[below]);
    }

    /** The first value whose position covers at least the share {@code p} of all values. */
    public static double discrete(double[] sorted, double p) {
        int row = (int) Math.ceil(checked(sorted, p) * sorted.length);
        return sorted[Math.max(row, 1) - 1];
    }

    private static double checked(double[] sorted, double p) {
        if (sorted.length == 0 || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A percentile needs values and a share within 0..1, got " + p);
        }
        return p;
    }
}
