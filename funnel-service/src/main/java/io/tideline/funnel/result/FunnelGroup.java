package io.tideline.funnel.result;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.Dimension;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A funnel of the customers that share one value of a dimension. */
@Description("A funnel of the customers that share one value of a dimension.")
@Cost(weight = 0)
public record FunnelGroup(
        @NonNull @Description("What the groups are made by.") Dimension dimension,
        @NonNull @Description("Value the group shares: a name, or a global id; empty for customers without a value.")
                String key,
        @NonNull @Description("The value as shown to people.") String label,
        @NonNull @Description("The funnel of this group.") FunnelResult result,
        @NonNull
                @Description(
                        "Whether the group's conversion differs from that of all other entries of the answer together; q corrects for the number of groups.")
                ShareComparison test) {}
