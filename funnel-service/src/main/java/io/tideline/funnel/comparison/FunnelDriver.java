package io.tideline.funnel.comparison;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.metric.Measure;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A trait that goes together with converting. */
@Description(
        "A trait of those who entered that goes together with converting, or with not converting. It need not be the cause.")
@Cost(weight = 0)
public record FunnelDriver(
        @NonNull @Description("The dimension.") Dimension dimension,
        @NonNull @Description("Its value at the entry: a name, or a global id.") String key,
        @NonNull @Description("The value as shown to people.") String label,
        @Description("Entries that have it: at least 25 and 2 % of all.") int entered,
        @Description("How many of them converted.") int converted,
        @NonNull @Description("How many times higher the odds of converting are with it than without.")
                Measure oddsRatio,
        @NonNull @Description("Phi coefficient of having it and converting, -1 to 1.") Measure phi) {}
