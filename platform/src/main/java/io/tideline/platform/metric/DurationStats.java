package io.tideline.platform.metric;

import io.smallrye.graphql.api.federation.Shareable;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.stat.Mean;
import io.tideline.platform.stat.Percentiles;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Durations summed up. A mean alone hides the long waits, so the median and the 90th percentile stand beside it. */
@Shareable
@Description("Durations summed up, in seconds or days as the definition says.")
@Cost(weight = 0)
public final class DurationStats {
    private static final double SECONDS_OF_A_DAY = 86_400;

    private final MetricDefinition definition;
    private final Sorted durations;
    private final Instant asOf;
    private final @Nullable Integer unanswered;
    private final @Nullable Double oldestWaitSeconds;

    private DurationStats(
            MetricDefinition definition,
            Sorted durations,
            Instant asOf,
            @Nullable Integer unanswered,
            @Nullable Double oldestWaitSeconds) {
        this.definition = definition;
        this.durations = durations;
        this.asOf = asOf;
        this.unanswered = unanswered;
        this.oldestWaitSeconds = oldestWaitSeconds;
    }

    /** Fetched and sorted once somebody asks: a funnel has many durations that nobody looks at. */
    private static final class Sorted {
        private final int size;
        private @Nullable Supplier<double[]> unsorted;
        private double[] values = new double[0];

        Sorted(int size, Supplier<double[]> unsorted) {
            this.size = size;
            this.unsorted = unsorted;
        }

        synchronized double[] values() {
            if (unsorted != null) {
                values = unsorted.get();
                Arrays.parallelSort(values);
                unsorted = null;
            }
            return values;
        }
    }

    /** @param seconds finished durations in any order; converted to days where the definition's unit is DAYS */
    public static DurationStats of(MetricDefinition definition, double[] seconds, Instant asOf) {
        double unit = definition.unit() == Unit.DAYS ? SECONDS_OF_A_DAY : 1;
        double[] values = Arrays.stream(seconds).map(value -> value / unit).toArray();
        return new DurationStats(definition, new Sorted(values.length, () -> values), asOf, null, null);
    }

    /**
     * Durations that are held elsewhere until somebody looks at more than their number.
     *
     * @param size how many there are
     * @param durations the finished ones in any order and in the definition's unit; asked for once at most, and handed over
     */
    public static DurationStats lent(
            MetricDefinition definition, int size, Supplier<double[]> durations, Instant asOf) {
        return new DurationStats(definition, new Sorted(size, durations), asOf, null, null);
    }

    /** Adds what still waits, which the finished durations say nothing about. */
    public DurationStats withOpen(int unanswered, @Nullable Double oldestWaitSeconds) {
        return new DurationStats(definition, durations, asOf, unanswered, oldestWaitSeconds);
    }

    @NonNull
    @Description("Arithmetic mean of the finished durations.")
    public Measure getMean() {
        return summary(values -> Mean.of(values).value());
    }

    @NonNull
    @Description("Median of the finished durations, interpolated.")
    public Measure getMedian() {
        return summary(values -> Percentiles.continuous(values, 0.5));
    }

    @NonNull
    @Description("90th percentile of the finished durations, interpolated.")
    public Measure getP90() {
        return summary(values -> Percentiles.continuous(values, 0.9));
    }

    @Description("How many durations have finished.")
    public int getSampleSize() {
        return durations.size;
    }

    @Description("How many have not finished; null where the metric knows no open cases.")
    public @Nullable Integer getUnanswered() {
        return unanswered;
    }

    @Description("Seconds the oldest open case has waited; null without open cases.")
    public @Nullable Double getOldestWaitSeconds() {
        return oldestWaitSeconds;
    }

    /** The finished durations, in order and in the definition's unit; lent, not to be changed. */
    @Ignore
    public double[] sorted() {
        return durations.values();
    }

    /** Share of finished durations strictly shorter than {@code target}, in the definition's unit. */
    @Ignore
    public Measure shorterThan(double target) {
        double[] sorted = durations.values();
        long shorter = Arrays.stream(sorted).filter(value -> value < target).count();
        return Measure.proportion(definition, shorter, sorted.length, asOf).withUnit(Unit.RATIO);
    }

    private Measure summary(ToDoubleFunction<double[]> statistic) {
        double[] sorted = durations.values();
        return sorted.length == 0
                ? Measure.none(definition, NoValueReason.NO_DATA, asOf).withSampleSize(0)
                : Measure.number(definition, BigDecimal.valueOf(statistic.applyAsDouble(sorted)), sorted.length, asOf);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DurationStats that
                && definition.equals(that.definition)
                && Arrays.equals(durations.values(), that.durations.values())
                && asOf.equals(that.asOf)
                && Objects.equals(unanswered, that.unanswered)
                && Objects.equals(oldestWaitSeconds, that.oldestWaitSeconds);
    }

    @Override
    public int hashCode() {
        return Objects.hash(definition, Arrays.hashCode(durations.values()), asOf);
    }
}
