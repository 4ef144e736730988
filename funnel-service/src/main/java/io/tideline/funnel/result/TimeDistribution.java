package io.tideline.funnel.result;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.metric.DurationStats;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import io.tideline.platform.stat.Percentiles;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** How times spread, of those who made the way. */
@Description("How the times of those who made the way are spread.")
@Cost(weight = 0)
public final class TimeDistribution {
    private final MetricDefinition definition;
    private final DurationStats times;
    private final Instant asOf;

    /** @param times whose values are shared, so that they are held once and sorted when somebody asks */
    TimeDistribution(MetricDefinition definition, DurationStats times, Instant asOf) {
        this.definition = definition;
        this.times = times;
        this.asOf = asOf;
    }

    @Description("How many times there are.")
    public int getSampleSize() {
        return times.getSampleSize();
    }

    /** @param share 0 to 1 */
    @Ignore
    Measure percentile(double share, PercentileMethod method) {
        double[] sorted = times.sorted();
        if (sorted.length == 0) {
            return Measure.none(definition, NoValueReason.NO_DATA, asOf).withSampleSize(0);
        }
        double value = method == PercentileMethod.DISCRETE
                ? Percentiles.discrete(sorted, share)
                : Percentiles.continuous(sorted, share);
        return Measure.number(definition, BigDecimal.valueOf(value), sorted.length, asOf);
    }

    /**
     * Counts in equal buckets from 0 on.
     *
     * @param upTo seconds at which the last bucket of equal width ends; longer times share one more without an end
     */
    @Ignore
    List<TimeBucket> histogram(int buckets, double upTo) {
        double[] sorted = times.sorted();
        List<TimeBucket> histogram = new ArrayList<>();
        int counted = 0;
        for (int bucket = 0; bucket < buckets; bucket++) {
            double end = upTo * (bucket + 1) / buckets;
            int before = counted;
            while (counted < sorted.length
                    && (sorted[counted] < end || (bucket == buckets - 1 && sorted[counted] <= end))) {
                counted++;
            }
            histogram.add(new TimeBucket(upTo * bucket / buckets, end, counted - before));
        }
        if (counted < sorted.length) {
            histogram.add(new TimeBucket(upTo, null, sorted.length - counted));
        }
        return histogram;
    }

    @Ignore
    double longest() {
        double[] sorted = times.sorted();
        return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
    }
}
