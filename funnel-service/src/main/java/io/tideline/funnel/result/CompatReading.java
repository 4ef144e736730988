package io.tideline.funnel.result;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.ListSize;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** How another product's reading differs from ours. */
@Description("How another product's reading of the same data differs from ours.")
@Cost(weight = 0)
public record CompatReading(
        @NonNull @Description("Whose way of counting it is.") CompatProfile profile,
        @ListSize(assumedSize = 7)
                @NonNull
                @Description("What the product does that the question does not say, in sentences.")
                List<@NonNull String> rules,
        @NonNull @Description("The funnel of the same question read our way.") FunnelResult ours,
        @Description(
                        "How many customers are read differently: they reach other stages, or count another number of times. Other times alone are no difference.")
                int differing,
        @Ignore List<UUID> customers) {
    /** The customers may be many, so they are taken over as they are: nobody adds to them any more. */
    public CompatReading {
        rules = List.copyOf(rules);
    }
}
