package io.tideline.funnel.comparison;

import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.metric.Measure;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One stage of one group that entered in one calendar bucket. */
@Description("One stage of one group of those who entered in one calendar bucket.")
@Cost(weight = 0)
public record HeatCell(
        @NonNull @Description("The stage.") FunnelStage stage,
        @NonNull @Description("Value the group shares: a name, or a global id; empty for customers without a value.")
                String key,
        @NonNull @Description("The value as shown to people.") String label,
        @NonNull @Description("First local day of the bucket.") LocalDate from,
        @NonNull @Description("First local day after the bucket.") LocalDate to,
        @Description("How many reached the stage.") int count,
        @NonNull
                @Description(
                        "Share of those at the previous required stage: count ÷ previous count; no value at the first stage.")
                Measure stepRate,
        @NonNull @Description("Share of those who entered: count ÷ entered.") Measure overallRate) {}
