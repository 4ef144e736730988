package io.tideline.funnel.comparison;

import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.result.ShareComparison;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.metric.Measure;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Where a group differs most. */
@Description("The step at which a group differs most from the others, counted in customers.")
@Cost(weight = 0)
public record FunnelGap(
        @NonNull @Description("What the groups are made by.") Dimension dimension,
        @NonNull @Description("Value the group shares: a name, or a global id; empty for customers without a value.")
                String key,
        @NonNull @Description("The value as shown to people.") String label,
        @NonNull @Description("The required stage before the step.") FunnelStage from,
        @NonNull @Description("The stage that the step leads to.") FunnelStage to,
        @NonNull @Description("Step conversion of the group: count ÷ previous count.") Measure stepRate,
        @NonNull @Description("Step conversion of all others together.") Measure restRate,
        @NonNull
                @Description(
                        "Customers that the group gains at the step, or loses where negative: previous count × (step conversion − that of the others).")
                Measure customers,
        @NonNull
                @Description(
                        "Whether the step conversions differ; q corrects for all steps of all groups of the answer.")
                ShareComparison test,
        @NonNull @Description("The gap in an English sentence, with what to look at.") String finding) {}
