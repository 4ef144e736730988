package io.tideline.funnel.result;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.CustomerConnection;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.graph.Granularity;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.PageRequest;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.graph.SegmentInput;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Results of funnels in the graph. */
@GraphQLApi
public class ResultGraph {
    private final Results results;

    public ResultGraph(Results results) {
        this.results = results;
    }

    @Cost(weight = 20)
    @Name("result")
    @NonNull
    @Description(
            "What became of those who entered in the period: the entry must fall into it, completion may come later.")
    public Uni<FunnelResult> result(
            @Source Funnel funnel,
            @NonNull @Name("period") @Description("Local days in which the funnel was entered.") PeriodInput period,
            @Name("segment")
                    @Description(
                            "Which customers, by what they were at the entry, by tags at the end of the period or `asOf` if sooner; by default all the caller sees.")
                    @Nullable
                    SegmentInput segment,
            @Name("options") @Description("How the funnel is read.") @Nullable FunnelOptions options) {
        return results.total(funnel, new Results.Asked(period, segment, options));
    }

    @ListSize(assumedSize = 20)
    @Name("groups")
    @NonNull
    @Description("The funnel of each value of a dimension, customers without a value under the empty key, by key.")
    public Uni<List<@NonNull FunnelGroup>> groups(
            @Source Funnel funnel,
            @NonNull @Cost(weight = 20) @Name("by") @Description("What to group by.") Dimension by,
            @NonNull @Name("period") @Description("Local days in which the funnel was entered.") PeriodInput period,
            @Name("segment")
                    @Description(
                            "Which customers, by what they were at the entry, by tags at the end of the period or `asOf` if sooner; by default all the caller sees.")
                    @Nullable
                    SegmentInput segment,
            @Name("options") @Description("How the funnel is read.") @Nullable FunnelOptions options,
            @Name("attribution")
                    @DefaultValue("AT_ENTRY")
                    @Description("Which value of the dimension counts for an attempt.")
                    @Nullable
                    BreakdownAttribution attribution,
            @Name("attributionStage") @Description("Key of the stage that attribution STEP speaks of.") @Nullable
                    String attributionStage) {
        BreakdownAttribution value = attribution == null ? BreakdownAttribution.AT_ENTRY : attribution;
        return results.groups(
                        funnel,
                        new Results.Asked(period, segment, options),
                        new Results.By(by, value, attributionStage))
                .map(all -> all);
    }

    @ListSize(assumedSize = 12)
    @Name("trend")
    @NonNull
    @Description(
            "A funnel for each calendar bucket of entry, at most 400; the first and the last are cut by the period.")
    public Uni<List<@NonNull FunnelPoint>> trend(
            @Source Funnel funnel,
            @NonNull @Cost(weight = 20) @Name("granularity") @Description("Length of the buckets.")
                    Granularity granularity,
            @NonNull @Name("period") @Description("Local days in which the funnel was entered.") PeriodInput period,
            @Name("segment")
                    @Description(
                            "Which customers, by what they were at the entry, by tags at the end of the period or `asOf` if sooner; by default all the caller sees.")
                    @Nullable
                    SegmentInput segment,
            @Name("options") @Description("How the funnel is read.") @Nullable FunnelOptions options) {
        return results.trend(funnel, new Results.Asked(period, segment, options), granularity)
                .map(all -> all);
    }

    @Cost(weight = 5)
    @ListSize(
            assumedSize = 20,
            slicingArguments = "first",
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    @Name("droppedCustomers")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:read")))
    @Description(
            "Customers who got no further than this stage and no longer can, in a stable order. Needs the scope customer:read.")
    public CustomerConnection droppedCustomers(
            @Source FunnelStep step,
            @Name("first") @DefaultValue("20") @Description("Customers to list, 1 to 100.") @Nullable Integer first,
            @Name("after") @Description("Cursor to go on behind.") @Nullable String after,
            @Name("includePending")
                    @DefaultValue("false")
                    @Description("Lists those too who stand here and still have time.")
                    @Nullable
                    Boolean includePending) {
        boolean withPending = Boolean.TRUE.equals(includePending);
        Leavers leavers = Objects.requireNonNull(step.leavers());
        return CustomerConnection.of(
                leavers.customers(withPending), leavers.count(withPending), PageRequest.of(first, after));
    }

    @Cost(weight = 5)
    @ListSize(
            assumedSize = 20,
            slicingArguments = "first",
            sizedFields = {"edges", "nodes"},
            requireOneSlicingArgument = false)
    @Name("differingCustomers")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:read")))
    @Description("The customers that are read differently, in a stable order. Needs the scope customer:read.")
    public CustomerConnection differingCustomers(
            @Source CompatReading reading,
            @Name("first") @DefaultValue("20") @Description("Customers to list, 1 to 100.") @Nullable Integer first,
            @Name("after") @Description("Cursor to go on behind.") @Nullable String after) {
        List<UUID> customers = reading.customers();
        return CustomerConnection.of(customers.stream(), customers.size(), PageRequest.of(first, after));
    }
}
