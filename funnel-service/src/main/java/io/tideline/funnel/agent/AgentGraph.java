package io.tideline.funnel.agent;

import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.Agent;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.funnel.customer.Organisations;
import io.tideline.funnel.customer.Peers;
import io.tideline.funnel.funnel.FunnelStore;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.time.Period;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** What funnels say of agents, in the graph. An agent sees the own customers' figures, a lead those of the own team. */
@GraphQLApi
public class AgentGraph {
    private final CurrentCaller callers;
    private final Organisations organisations;
    private final FunnelStore funnels;
    private final AgentResults results;

    public AgentGraph(CurrentCaller callers, Organisations organisations, FunnelStore funnels, AgentResults results) {
        this.callers = callers;
        this.organisations = organisations;
        this.funnels = funnels;
        this.results = results;
    }

    @Resolver
    public List<Agent> agentsById(@Name("id") List<String> id) {
        return Agent.all(id);
    }

    @Cost(weight = 2)
    @Name("conversion")
    @RequiresScopes(
            scopes = {
                @ScopeGroup(@ScopeItem("funnel:read")),
                @ScopeGroup(@ScopeItem("team:read")),
                @ScopeGroup(@ScopeItem("self:read"))
            })
    @Description(
            "Personal conversion: entries of the period that reached the funnel's stage `deal`, "
                    + "or its last stage where it has no such stage, ÷ entries; each counts for the agent who looked after the customer at the entry. Opened by funnel:read, team:read or self:read.")
    public Uni<@Nullable Measure> conversion(
            @Source Agent agent,
            @NonNull @Name("funnel") @Description("Key of the funnel, such as `standard`.") String funnel,
            @NonNull @Name("period") @Description("Local days in which the funnel was entered.") PeriodInput period) {
        Peers peers = agent.peers();
        Uni<Measures> all = peers.reads()
                .get(List.of("conversion", funnel, period), () -> conversions(peers.members(), funnel, period));
        return all.map(measures -> measures.of(agent));
    }

    @Cost(weight = 2)
    @Name("maintenance")
    @RequiresScopes(
            scopes = {
                @ScopeGroup(@ScopeItem("funnel:read")),
                @ScopeGroup(@ScopeItem("team:read")),
                @ScopeGroup(@ScopeItem("self:read"))
            })
    @Description(
            "Customer maintenance: customers whom the agent looked after at their deal, which fell into the period, and who bought again within 90 days "
                    + "÷ those whose 90 days have passed; younger deals are left out. Variant maintenance_rate.repurchase: contacts are not counted. "
                    + "Opened by funnel:read, team:read or self:read.")
    public Uni<@Nullable Measure> maintenance(
            @Source Agent agent,
            @NonNull @Name("period") @Description("Local days in which the deal was made.") PeriodInput period) {
        Peers peers = agent.peers();
        Uni<Measures> all =
                peers.reads().get(List.of("maintenance", period), () -> maintenances(peers.members(), period));
        return all.map(measures -> measures.of(agent));
    }

    /** Of those asked for together: by local id of the agent, and what the others have. */
    private record Measures(Map<String, Measure> found, Measure none) {
        Measure of(Agent agent) {
            return found.getOrDefault(agent.uuid().toString(), none);
        }
    }

    private Uni<Measures> conversions(List<UUID> agents, String funnel, PeriodInput period) {
        Caller caller = callers.get();
        Instant now = Instant.now();
        return funnels.byKey(caller.tenant(), funnel)
                .flatMap(known -> results.conversion(AgentResults.query(
                        known,
                        filter(caller, agents, now),
                        period.in(
                                period.timeZone() == null
                                        ? known.zone()
                                        : period.timeZone().zone()),
                        now)))
                .map(found -> new Measures(found, AgentResults.noConversion(now)));
    }

    private Uni<Measures> maintenances(List<UUID> agents, PeriodInput period) {
        Caller caller = callers.get();
        Instant now = Instant.now();
        return period(caller, period)
                .flatMap(days -> results.maintenance(filter(caller, agents, now), days, now))
                .map(found -> new Measures(found, AgentResults.noMaintenance(now)));
    }

    private Uni<Period> period(Caller caller, PeriodInput period) {
        return period.timeZone() == null
                ? organisations.zone(caller.tenant()).map(period::in)
                : Uni.createFrom().item(period.in(period.timeZone().zone()));
    }

    private static CustomerFilter filter(Caller caller, List<UUID> agents, Instant now) {
        List<String> ids =
                agents.stream().map(id -> GlobalId.of(Agent.TYPE, id)).toList();
        return CustomerFilter.of(caller, new SegmentInput(null, null, null, null, null, null, ids, null), now);
    }
}
