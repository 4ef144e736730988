package io.tideline.platform.stat;

import java.util.Arrays;

/**
 * Share that has reached an event by a given age when some are still waiting.
 * <pre>reached(t) = 1 - Π (1 - events(tᵢ) / atRisk(tᵢ))   over event times tᵢ ≤ t</pre>
 * Who leaves observation at the very time of an event still counts as at risk for it.
 * <p>Source: E. L. Kaplan and P. Meier, JASA 53 (1958); interval by Greenwood's variance on the log-log scale.
 */
public final class KaplanMeier {
    private final double[] times;
    private final double[] waiting;
    private final double[] variance;

    private KaplanMeier(double[] times, double[] waiting, double[] variance) {
        this.times = times;
        this.waiting = waiting;
        this.variance = variance;
    }

    /**
     * @param eventAges ages at which the event happened
     * @param censoredAges ages up to which the others were watched without it
     */
    public static KaplanMeier of(double[] eventAges, double[] censoredAges) {
        double[] events = sorted(eventAges);
        double[] censored = sorted(censoredAges);
        double[] times = Arrays.stream(events).distinct().toArray();
        double[] waiting = new double[times.length];
        double[] variance = new double[times.length];
        double share = 1;
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            int before = firstAtLeast(events, times[i]);
            double happened = firstAbove(events, times[i]) - before;
            double atRisk = events.length - before + censored.length - firstAtLeast(censored, times[i]);
            share *= 1 - happened / atRisk;
            sum += happened / (atRisk * (atRisk - happened));
            waiting[i] = share;
            variance[i] = sum;
        }
        return new KaplanMeier(times, waiting, variance);
    }

    /** Share that has reached the event at age {@code t} or before, 0 to 1. */
    public double reached(double t) {
        int step = firstAbove(times, t) - 1;
        return step < 0 ? 0 : 1 - waiting[step];
    }

    /** Interval of {@link #reached}; both ends equal the estimate where nobody or everybody has reached it. */
    public Interval95 interval(double t) {
        int step = firstAbove(times, t) - 1;
        if (step < 0 || waiting[step] <= 0) {
            return new Interval95(reached(t), reached(t), IntervalMethod.GREENWOOD);
        }
        double spread = Math.exp(Normal.Z95 * Math.sqrt(variance[step]) / Math.log(waiting[step]));
        double one = 1 - Math.pow(waiting[step], spread);
        double other = 1 - Math.pow(waiting[step], 1 / spread);
        return new Interval95(Math.min(one, other), Math.max(one, other), IntervalMethod.GREENWOOD);
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.parallelSort(copy);
        return copy;
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int low = 0;
        for (int high = sorted.length; low < high; ) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int firstAbove(double[] sorted, double value) {
        return firstAtLeast(sorted, Math.nextUp(value));
    }
}
