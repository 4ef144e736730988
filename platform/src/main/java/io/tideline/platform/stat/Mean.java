package io.tideline.platform.stat;

/**
 * Mean of values with its Student t interval.
 * <pre>mean ± t(0.975, n - 1) · s / √n     s = √(Σ(x - mean)² / (n - 1))</pre>
 */
public record Mean(double value, double deviation, long n) {

    public static Mean of(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A mean needs values");
        }
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double step = values[i] - mean;
            mean += step / (i + 1);
            squares += step * (values[i] - mean);
        }
        double deviation = values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1));
        return new Mean(mean, deviation, values.length);
    }

    /** Interval of the mean; of fewer than two values nothing can be said, so it spans everything. */
    public Interval95 interval() {
        if (n < 2) {
            return new Interval95(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, IntervalMethod.STUDENT_T);
        }
        double reach = StudentT.quantile975(n - 1) * deviation / Math.sqrt(n);
        return new Interval95(value - reach, value + reach, IntervalMethod.STUDENT_T);
    }
}
