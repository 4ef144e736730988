package io.tideline.roi.campaign;

import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.time.Period;
import io.tideline.roi.customer.Organisation;
import io.tideline.roi.customer.OrganisationStore;
import io.tideline.roi.gather.Gather;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What single agents make of mass sends. */
@GraphQLApi
public class AgentGraph {
    private final CurrentCaller callers;
    private final OrganisationStore organisations;
    private final SalesStore store;

    public AgentGraph(CurrentCaller callers, OrganisationStore organisations, SalesStore store) {
        this.callers = callers;
        this.organisations = organisations;
        this.store = store;
    }

    @Resolver
    public Uni<List<Agent>> agentEntities(List<String> id) {
        Caller caller = callers.get();
        List<UUID> ids = id.stream().map(key -> GlobalId.uuid("Agent", key)).toList();
        Uni<Organisation> organisation = Uni.createFrom()
                .deferred(() -> organisations.of(caller.tenant()))
                .memoize()
                .indefinitely();
        Gather<Period, Map<UUID, SalesStore.Contribution>> contributions =
                new Gather<>(periods -> contributions(caller, ids, periods));
        return Uni.createFrom()
                .item(ids.stream()
                        .map(agent -> new Agent(agent, organisation, contributions))
                        .toList());
    }

    @RequiresScopes(scopes = {@ScopeGroup(@ScopeItem("kpi:execution")), @ScopeGroup(@ScopeItem("campaign:read"))})
    @Description(
            "Deals of customers whom the agent looked after at the order that name a campaign begun in the period, per 1,000 sends of all campaigns begun in the period, COUNT: "
                    + "the agents' values add up to the organisation's. Agents see their own value only. Scope kpi:execution or campaign:read.")
    @Cost(weight = 2)
    public Uni<@Nullable Measure> dealsPerThousandSends(
            @Source Agent agent, @NonNull @Name("period") @Description("Days that count.") PeriodInput period) {
        return agent.organisation().flatMap(organisation -> agent.contribution(period.in(organisation.zone()))
                .map(found -> found == null
                        ? null
                        : CampaignMeasures.perThousand(found.deals(), found.sends(), Instant.now())));
    }

    private Uni<Map<Period, Map<UUID, SalesStore.Contribution>>> contributions(
            Caller caller, List<UUID> agents, Set<Period> periods) {
        return Multi.createFrom()
                .iterable(periods)
                .onItem()
                .transformToUniAndConcatenate(
                        period -> store.contributions(caller.tenant(), caller.visibility(), agents, period)
                                .map(found -> Map.entry(period, found)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
