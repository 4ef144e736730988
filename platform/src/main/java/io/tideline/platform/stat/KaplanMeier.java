package io.tideline.platform.stat;

import java.util.Arrays;

/**
 * Share that has reached an event by a given age when some are still waiting.
 * <pre>reached(t) = 1 - Π (1 - events(tᵢ) / atRisk(tᵢ))   over event times tᵢ ≤ t</pre>
 * Who leaves observation at the very time of an event still counts as at risk for it.
 * <p>Source: E. L. Kaplan and P. Meier, JASA 53 (1958); interval by Greenwood's variance on the log-log scale.
 */
public final class KaplanMeier {
    private final double[] events;
    private final double[] censored;
    private final long longer;

    private KaplanMeier(double[] events, double[] censored, long longer) {
        this.events = events;
        this.censored = censored;
        this.longer = longer;
        Arrays.sort(events);
        Arrays.sort(censored);
    }

    /**
     * @param eventAges ages at which the event happened
     * @param censoredAges ages up to which the others were watched without it
     */
    public static KaplanMeier of(double[] eventAges, double[] censoredAges) {
        return new KaplanMeier(eventAges.clone(), censoredAges.clone(), 0);
    }

    /**
     * Of so many that nothing is copied.
     *
     * @param eventAges handed over
     * @param censoredAges handed over
     * @param longer how many more were watched without it at least as long as it ever took
     */
    public static KaplanMeier ofMany(double[] eventAges, double[] censoredAges, long longer) {
        return new KaplanMeier(eventAges, censoredAges, longer);
    }

    /** What is left at an age: the share still waiting, and Greenwood's sum of its variance. */
    private record Rest(double waiting, double variance) {}

    private Rest rest(double t) {
        double waiting = 1;
        double variance = 0;
        int gone = 0;
        for (int from = 0; from < events.length && events[from] <= t; ) {
            int to = from + 1;
            while (to < events.length && events[to] == events[from]) {
                to++;
            }
            while (gone < censored.length && censored[gone] < events[from]) {
                gone++;
            }
            double happened = to - from;
            double atRisk = (double) events.length - from + (censored.length - gone) + longer;
            waiting *= 1 - happened / atRisk;
            variance += happened / (atRisk * (atRisk - happened));
            from = to;
        }
        return new Rest(waiting, variance);
    }

    /** Share that has reached the event at age {@code t} or before, 0 to 1. */
    public double reached(double t) {
        return 1 - rest(t).waiting();
    }

    /** Interval of {@link #reached}; both ends equal the estimate where nobody or everybody has reached it. */
    public Interval95 interval(double t) {
        Rest rest = rest(t);
        if (rest.waiting() >= 1 || rest.waiting() <= 0) {
            return new Interval95(1 - rest.waiting(), 1 - rest.waiting(), IntervalMethod.GREENWOOD);
        }
        double spread = Math.exp(Normal.Z95 * Math.sqrt(rest.variance()) / Math.log(rest.waiting()));
        double one = 1 - Math.pow(rest.waiting(), spread);
        double other = 1 - Math.pow(rest.waiting(), 1 / spread);
        return new Interval95(Math.min(one, other), Math.max(one, other), IntervalMethod.GREENWOOD);
    }
}
