package io.tideline.funnel.stage;

import io.tideline.platform.graph.Cost;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A customer's stay in a stage. */
@Description("A customer's stay in a stage.")
@Cost(weight = 0)
public record StageVisit(
        @NonNull @Description("Key of the stage.") String stage,
        @NonNull @Description("When the customer came into the stage.") Instant enteredAt,
        @Nullable
                @Description(
                        "When the customer left it: the end of the tag, or, where an event or an order marks the stage, the coming into another. Null while there.")
                Instant leftAt) {}
