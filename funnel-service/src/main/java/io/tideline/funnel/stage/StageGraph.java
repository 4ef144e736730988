package io.tideline.funnel.stage;

import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.Customer;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.funnel.customer.Peers;
import io.tideline.funnel.funnel.Funnel;
import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.funnel.FunnelStore;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Where customers stand and stood, in the graph. */
@GraphQLApi
public class StageGraph {
    private static final MetricDefinition MEMBERS = MetricCatalog.load().definition("stage_members.at_instant");

    private final CurrentCaller callers;
    private final FunnelStore funnels;
    private final StageStore store;

    public StageGraph(CurrentCaller callers, FunnelStore funnels, StageStore store) {
        this.callers = callers;
        this.funnels = funnels;
        this.store = store;
    }

    @Resolver
    public List<Customer> customersById(@Name("id") List<String> id) {
        return Customer.all(id);
    }

    @ListSize(assumedSize = 5)
    @Name("journey")
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:read")))
    @Description(
            "The customer's stays in the stages of a funnel's newest version, in order. Empty for customers whom the caller does not see.")
    public Uni<@Nullable List<@NonNull StageVisit>> journey(
            @Source Customer customer,
            @NonNull @Cost(weight = 1) @Name("funnel") @Description("Key of the funnel.") String funnel) {
        Caller caller = callers.get();
        Peers peers = customer.peers();
        Uni<Map<UUID, List<StageVisit>>> all = peers.reads()
                .get(List.of("journey", funnel), () -> funnels.byKey(caller.tenant(), funnel)
                        .flatMap(found -> store.visits(caller, peers.members(), found.stages())));
        return all.map(visits -> visits.getOrDefault(customer.uuid(), List.of()));
    }

    @ListSize(assumedSize = 8)
    @Name("membership")
    @NonNull
    @Description(
            "Customers in each stage at an instant, by the definition then in force: those who carry the stage's tag, and those whose latest moment in the funnel is the stage's event or order. "
                    + "Agents, teams and the segment's dimensions are those of now, not those of the instant.")
    public Uni<List<@NonNull StageMembership>> membership(
            @Source Funnel funnel,
            @NonNull @Cost(weight = 20) @Name("asOf") @Description("The instant.") Instant asOf,
            @Name("segment")
                    @Description(
                            "Which customers, by what they are now and the tags they carried at the instant; by default all the caller sees.")
                    @Nullable
                    SegmentInput segment) {
        List<FunnelStage> stages = funnel.inForceAt(asOf).stages();
        return store.membership(CustomerFilter.of(callers.get(), segment, asOf), asOf, stages)
                .map(members -> memberships(stages, members, asOf));
    }

    private static List<StageMembership> memberships(
            List<FunnelStage> stages, Map<Integer, Integer> members, Instant asOf) {
        List<StageMembership> memberships = new ArrayList<>();
        for (int stage = 0; stage < stages.size(); stage++) {
            int count = members.getOrDefault(stage, 0);
            memberships.add(new StageMembership(stages.get(stage), count, Measure.count(MEMBERS, count, asOf)));
        }
        return memberships;
    }
}
