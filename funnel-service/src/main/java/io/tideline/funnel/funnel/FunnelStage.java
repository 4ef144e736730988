package io.tideline.funnel.funnel;

import io.tideline.platform.graph.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A stage of a funnel. */
@Description("A stage of a funnel.")
@Cost(weight = 0)
public record FunnelStage(
        @NonNull @Description("Key, unique within the funnel.") String key,
        @NonNull @Description("Title for people.") String title,
        @NonNull @Description("What brings a customer into the stage.") StageMatch match,
        @Description("True where later stages can be reached without this one, and it keeps nobody from them.")
                boolean optional) {}
