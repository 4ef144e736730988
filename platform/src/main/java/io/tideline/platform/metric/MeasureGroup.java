package io.tideline.platform.metric;

import io.smallrye.graphql.api.federation.Shareable;
import io.tideline.platform.graph.Dimension;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A measure of the customers that share one value of a dimension. */
@Shareable
@Description("A measure of the customers that share one value of a dimension.")
public record MeasureGroup(
        @NonNull @Description("What the groups are made by.") Dimension dimension,
        @NonNull @Description("Value the group shares: a name, or a global id; empty for customers without a value.")
                String key,
        @NonNull @Description("The value as shown to people.") String label,
        @NonNull @Description("The measure of this group.") Measure measure) {}
