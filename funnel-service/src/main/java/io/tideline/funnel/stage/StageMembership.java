package io.tideline.funnel.stage;

import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.metric.Measure;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How many customers are in a stage at an instant. */
@Description("How many customers are in a stage at an instant: a stock, not a flow.")
@Cost(weight = 0)
public record StageMembership(
        @NonNull @Description("The stage.") FunnelStage stage,
        @Description("Customers in the stage; 0 is a value here.") int count,
        @NonNull @Description("The same number with its definition.") Measure measure) {}
