package io.tideline.platform.stat;

/** Confidence interval at 95 %, in the unit of the estimate it belongs to. */
public record Interval95(double low, double high, IntervalMethod method) {
    /** Both ends multiplied, for example to go from a share to points. */
    public Interval95 times(double factor) {
        return new Interval95(low * factor, high * factor, method);
    }
}
