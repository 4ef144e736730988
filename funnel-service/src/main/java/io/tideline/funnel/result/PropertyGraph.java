package io.tideline.funnel.result;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.graph.SegmentInput;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Funnels by properties of events, in the graph. */
@GraphQLApi
public class PropertyGraph {
    private static final int LONGEST_PROPERTY = 200;

    private final Results results;

    public PropertyGraph(Results results) {
        this.results = results;
    }

    @ListSize(assumedSize = 20)
    @Name("propertyGroups")
    @NonNull
    @Description(
            "The funnel of each value of a property of events, attempts without a value under the empty one, by value. "
                    + "A property with more than 100 different values is refused.")
    public Uni<List<@NonNull FunnelPropertyGroup>> propertyGroups(
            @Source Funnel funnel,
            @NonNull @Cost(weight = 30) @Name("property") @Description("Name of the property, 1 to 200 characters.")
                    String property,
            @NonNull @Name("period") @Description("Local days in which the funnel was entered.") PeriodInput period,
            @Name("segment")
                    @Description(
                            "Which customers, by what they were at the entry, by tags at the end of the period or `asOf` if sooner; by default all the caller sees.")
                    @Nullable
                    SegmentInput segment,
            @Name("options") @Description("How the funnel is read.") @Nullable FunnelOptions options,
            @Name("attribution")
                    @DefaultValue("AT_ENTRY")
                    @Description("The event of which stage counts for an attempt; CURRENT is refused.")
                    @Nullable
                    BreakdownAttribution attribution,
            @Name("attributionStage") @Description("Key of the stage that attribution STEP speaks of.") @Nullable
                    String attributionStage) {
        if (property.isBlank() || property.length() > LONGEST_PROPERTY || property.indexOf('\0') >= 0) {
            throw AppException.badInput("property", "The name of a property has 1 to 200 characters.");
        }
        BreakdownAttribution value = attribution == null ? BreakdownAttribution.AT_ENTRY : attribution;
        return results.groups(
                        funnel,
                        new Results.Asked(period, segment, options),
                        new Results.ByProperty(property, value, attributionStage))
                .map(all -> all);
    }
}
