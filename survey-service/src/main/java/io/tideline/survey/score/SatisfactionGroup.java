package io.tideline.survey.score;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.Dimension;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("Satisfaction of the customers that share one value of a dimension.")
@Cost(weight = 0)
public record SatisfactionGroup(
        @NonNull @Description("What the groups are made by.") Dimension dimension,
        @NonNull @Description("Value the group shares: a name, or a global id; empty for customers without a value.")
                String key,
        @NonNull @Description("The value as shown to people.") String label,
        @NonNull @Description("The group's own scores.") Satisfaction measures) {}
