package io.tideline.funnel.frozen;

import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.platform.graph.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One stage of a frozen result, or of what was restated. */
@Description("A number of customers at a stage.")
@Cost(weight = 0)
public record FrozenStep(
        @NonNull @Description("The stage.") FunnelStage stage,
        @Description("How many reached it, or, of a restatement, how many more.") int count) {}
