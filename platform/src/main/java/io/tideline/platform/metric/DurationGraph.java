package io.tideline.platform.metric;

import io.smallrye.common.annotation.NonBlocking;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The one field of the shared values that takes an argument. */
@GraphQLApi
public class DurationGraph {

    @Name("within")
    @NonNull
    @NonBlocking
    @Description("Share of the finished durations strictly shorter than `target`, 0 to 1.")
    public Measure within(
            @Source DurationStats stats,
            @Name("target") @Description("Target in the unit of the definition: seconds or days.") double target) {
        return stats.shorterThan(target);
    }
}
