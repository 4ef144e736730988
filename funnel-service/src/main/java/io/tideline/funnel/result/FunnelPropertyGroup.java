package io.tideline.funnel.result;

import io.tideline.platform.graph.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A funnel of the attempts whose events share one value of a property. */
@Description("A funnel of the attempts whose events share one value of a property.")
@Cost(weight = 0)
public record FunnelPropertyGroup(
        @NonNull @Description("The property.") String property,
        @NonNull
                @Description(
                        "The value they share, of which at most 200 characters; empty for attempts without a value.")
                String value,
        @NonNull @Description("The funnel of this group.") FunnelResult result,
        @NonNull
                @Description(
                        "Whether the group's conversion differs from that of all other entries of the answer together; q corrects for the number of groups.")
                ShareComparison test) {}
