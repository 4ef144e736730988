package io.tideline.survey.score;

import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.CellBudget;
import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.PeriodInput;
import io.tideline.platform.metric.Measure;
import io.tideline.survey.survey.SurveyType;
import java.util.EnumSet;
import java.util.HashMap;
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

/** Satisfaction with single agents. */
@GraphQLApi
public class AgentGraph {
    private final CurrentCaller callers;
    private final ScoreSettings settings;
    private final ScoreStore store;

    public AgentGraph(CurrentCaller callers, ScoreSettings settings, ScoreStore store) {
        this.callers = callers;
        this.settings = settings;
        this.store = store;
    }

    @Resolver
    public Uni<List<Agent>> agentsById(List<String> id) {
        Caller caller = callers.get();
        List<UUID> uuids = id.stream().map(one -> GlobalId.uuid("Agent", one)).toList();
        AgentsAsked asked =
                new AgentsAsked(uuids.stream().distinct().toList(), (agents, period) -> count(caller, agents, period));
        return Uni.createFrom()
                .item(uuids.stream()
                        .map(uuid -> new Agent(GlobalId.of("Agent", uuid), uuid, asked))
                        .toList());
    }

    @RequiresScopes(
            scopes = {
                @ScopeGroup(@ScopeItem("satisfaction:read")),
                @ScopeGroup(@ScopeItem("team:read")),
                @ScopeGroup(@ScopeItem("self:read"))
            })
    @Description(
            "Satisfaction with the agent, 0 to 1 or the mean answer: answers that name the agent, else those of customers whom the agent looked after then; the latest of each customer, whomever it is about. "
                    + "Agents see their own, leads their team's. TOO_FEW where fewer answered than the privacy floor.")
    @Cost(weight = 2)
    public Uni<Measure> csat(
            @Source Agent agent,
            @Name("period") @NonNull @Description("Local days in which answers were given.") PeriodInput period,
            @Name("variant")
                    @Nullable
                    @Description(
                            "csat.top2_of_5 (default: 4 and 5 of 5), csat.top_box (top 1 of 3, 2 of 5 and 7, 3 of 10) or csat.mean.")
                    String variant,
            @Name("scale")
                    @Nullable
                    @Description(
                            "Steps of the scale for csat.top_box and csat.mean: 3, 5, 7 or 10; by default the only one that was answered on.")
                    Integer scale) {
        return agent.asked().in(period).map(counts -> {
            Set<SurveyType> seen = EnumSet.noneOf(SurveyType.class);
            counts.byAgent().values().forEach(scores -> seen.addAll(scores.types()));
            ScoreCounts own = counts.byAgent().getOrDefault(agent.uuid(), ScoreCounts.NONE);
            return Readings.csat(own, variant, scale, seen, counts.lens().asOf());
        });
    }

    private Uni<AgentsAsked.Counts> count(Caller caller, List<UUID> agents, PeriodInput period) {
        return settings.of(caller.tenant())
                .map(known -> known.lens(
                        caller,
                        period,
                        Segment.of(caller, null, null),
                        AnswerMode.LATEST_PER_CUSTOMER,
                        new CellBudget()))
                .flatMap(lens -> store.countOfAgents(lens)
                        .map(found -> shown(found, lens))
                        .map(shown -> {
                            shown.keySet().retainAll(agents);
                            return new AgentsAsked.Counts(lens, shown);
                        }));
    }

    /**
     * Whoever was asked for, an agent is hidden as in the breakdown by agents. Agents read their own however few they are: they read each of these
     * answers as well.
     */
    private static Map<UUID, ScoreCounts> shown(Map<UUID, ScoreCounts> found, Lens lens) {
        if (lens.segment().onlyAgent() != null) {
            return found;
        }
        List<Counted> parts = found.entrySet().stream()
                .map(agent -> new Counted(0, agent.getKey().toString(), "", agent.getValue(), DeliveryCounts.NONE))
                .toList();
        Map<UUID, ScoreCounts> shown = new HashMap<>();
        SmallCells.shown(parts, lens.floor(), SegmentGuard.NOTHING)
                .forEach(part -> shown.put(UUID.fromString(part.key()), part.scores()));
        return shown;
    }
}
