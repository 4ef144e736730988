package io.tideline.funnel.comparison;

import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.result.ShareComparison;
import io.tideline.platform.graph.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A stage in two periods. */
@Description("Whether more or fewer of those who entered reached a stage than in the earlier period.")
@Cost(weight = 0)
public record StepComparison(
        @NonNull @Description("The stage.") FunnelStage stage,
        @NonNull @Description("Share of entries that reached it, against the earlier period.") ShareComparison test) {}
