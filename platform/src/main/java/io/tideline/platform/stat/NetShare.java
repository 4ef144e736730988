package io.tideline.platform.stat;

/**
 * Share of those in favour minus share of those against, -1 to +1, with three groups counted.
 * <pre>value = (f - a) / n     variance = (f + a) / n - value²     standard error = √(variance / n)</pre>
 */
public record NetShare(double value, double standardError) {
    private static final double ADDED = 0.75;

    public static NetShare of(long favour, long neutral, long against) {
        return estimate(favour, neutral, against);
    }

    /** Normal interval. Of a unanimous or a single answer it has no width, which claims too much. */
    public Interval95 wald() {
        return new Interval95(value - reach(), value + reach(), IntervalMethod.WALD);
    }

    /** Normal interval after adding 3/4, 1 1/2 and 3/4 to the groups: usable from the first answer on. */
    public static Interval95 adjusted(long favour, long neutral, long against) {
        NetShare shrunk = estimate(favour + ADDED, neutral + 2 * ADDED, against + ADDED);
        return new Interval95(
                shrunk.value - shrunk.reach(), shrunk.value + shrunk.reach(), IntervalMethod.ADJUSTED_WALD);
    }

    /** Tests whether {@code later} differs from this one; z is positive when it is lower. */
    public Proportion.Test compare(NetShare later) {
        double error = Math.hypot(standardError, later.standardError);
        if (error == 0) {
            return value == later.value ? new Proportion.Test(0, 1) : new Proportion.Test(Double.POSITIVE_INFINITY, 0);
        }
        double z = (value - later.value) / error;
        return new Proportion.Test(z, Normal.twoSided(z));
    }

    private static NetShare estimate(double favour, double neutral, double against) {
        double n = favour + neutral + against;
        if (!(n > 0) || favour < 0 || neutral < 0 || against < 0) {
            throw new IllegalArgumentException("A net share needs at least one answer");
        }
        double value = (favour - against) / n;
        double variance = Math.max(0, (favour + against) / n - value * value);
        return new NetShare(value, Math.sqrt(variance / n));
    }

    private double reach() {
        return Normal.Z95 * standardError;
    }
}
