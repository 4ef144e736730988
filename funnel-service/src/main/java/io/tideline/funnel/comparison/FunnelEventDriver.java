package io.tideline.funnel.comparison;

import io.tideline.funnel.event.MomentKind;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.metric.Measure;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Something that happens on the way and goes together with converting. */
@Description(
        "Something that happened after the entry, and before converting, that goes together with converting or with not converting. It need not be the cause.")
@Cost(weight = 0)
public record FunnelEventDriver(
        @NonNull @Description("What kind of thing happened.") MomentKind kind,
        @NonNull @Description("Name of the event, the tag that was put on, or `order`.") String name,
        @Description("Entries on whose way it happened: at least 25 and 2 % of all.") int entered,
        @Description("How many of them converted.") int converted,
        @NonNull @Description("How many times higher the odds of converting are with it than without.")
                Measure oddsRatio,
        @NonNull @Description("Phi coefficient of its happening and converting, -1 to 1.") Measure phi) {}
