package io.tideline.funnel.frozen;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.funnel.result.FunnelOptions;
import io.tideline.funnel.result.Results;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.PageRequest;
import io.tideline.platform.graph.PeriodInput;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Results of closed periods in the graph. */
@GraphQLApi
public class FrozenGraph {
    private static final int USUAL = 12;

    private final CurrentCaller callers;
    private final FreezeFunnel freeze;
    private final FrozenStore store;
    private final Results results;

    public FrozenGraph(CurrentCaller callers, FreezeFunnel freeze, FrozenStore store, Results results) {
        this.callers = callers;
        this.freeze = freeze;
        this.store = store;
        this.results = results;
    }

    @Mutation("freezeFunnel")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("funnel:write")))
    @Description(
            "Closes a period of a funnel: keeps the whole organisation's result, by the definition in force, as it is now. What is learned later is told beside it.")
    public Uni<FreezeFunnelPayload> freezeFunnel(
            @NonNull @Name("input") @Description("Funnel and period.") FreezeFunnelInput input) {
        return freeze.run(callers.get(), input);
    }

    @Cost(weight = 2)
    @ListSize(assumedSize = 12, slicingArguments = "first", requireOneSlicingArgument = false)
    @Name("frozen")
    @NonNull
    @Description(
            "Results of closed periods, the latest first. They are the whole organisation's: empty for callers who see only some customers.")
    public Uni<List<@NonNull FrozenFunnel>> frozen(
            @Source Funnel funnel,
            @Name("first") @DefaultValue("12") @Description("Periods to list, 1 to 100.") @Nullable Integer first) {
        Caller caller = callers.get();
        int most = PageRequest.of(first == null ? USUAL : first, null).size();
        return caller.visibility().equals(Visibility.ALL)
                ? store.latest(caller.tenant(), funnel, most).map(all -> all)
                : Uni.createFrom().item(List.of());
    }

    @Cost(weight = 20)
    @Name("restated")
    @NonNull
    @Description("What has been learned since: late facts, merges and erasures.")
    public Uni<FunnelRestatement> restated(@Source FrozenFunnel frozen) {
        PeriodInput period = new PeriodInput(frozen.from(), frozen.to(), frozen.timeZone());
        FunnelOptions options = FunnelOptions.knownAt(frozen.frozenAt(), frozen.version());
        return results.total(frozen.funnel(), new Results.Asked(period, null, options))
                .map(live -> FunnelRestatement.of(frozen, live));
    }
}
