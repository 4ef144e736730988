package io.tideline.platform.metric;

import io.smallrye.graphql.api.federation.Shareable;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.stat.Interval95;
import io.tideline.platform.stat.IntervalMethod;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Confidence interval of a measure. */
@Shareable
@Description("Confidence interval at 95 %, in the unit of the measure.")
@Cost(weight = 0)
public record Interval(
        @Description("Lower end.") double low,
        @Description("Upper end.") double high,
        @NonNull @Description("How the ends were found.") IntervalMethod method) {

    public static Interval of(Interval95 interval) {
        return new Interval(interval.low(), interval.high(), interval.method());
    }
}
