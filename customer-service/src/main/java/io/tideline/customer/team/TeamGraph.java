package io.tideline.customer.team;

import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.InKeyOrder;
import io.tideline.platform.graph.ListSize;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Teams and agents in the graph. */
@GraphQLApi
public class TeamGraph {
    private final CurrentCaller callers;
    private final Teams teams;

    public TeamGraph(CurrentCaller callers, Teams teams) {
        this.callers = callers;
        this.teams = teams;
    }

    @ListSize(assumedSize = 10)
    @Query("teams")
    @NonNull
    @Description("Teams by name. A lead sees the own team, an agent the team the agent is in.")
    public Uni<List<@NonNull Team>> teams() {
        return teams.seenBy(callers.get()).map(seen -> seen);
    }

    @ListSize(assumedSize = 30)
    @Query("agents")
    @NonNull
    @Description("Agents by name. A lead sees the own team's, an agent only the own entry.")
    public Uni<List<@NonNull Agent>> agents(
            @Id @Name("team") @Description("Global id of the only team to list.") @Nullable String team) {
        UUID onlyTeam = team == null ? null : GlobalId.uuid(Team.TYPE, team);
        return teams.agentsSeenBy(callers.get(), onlyTeam).map(seen -> seen);
    }

    @Name("team")
    @Description("The agent's team; null where none is known.")
    public Uni<@Nullable Team> team(@Source Agent agent) {
        return teams.team(callers.get().tenant(), agent.teamId(), agent.reads());
    }

    @Resolver
    public Uni<List<Team>> teamsById(@Name("id") List<String> id) {
        return teams.seenBy(callers.get()).map(seen -> InKeyOrder.of(id, seen, Team::id));
    }

    @Resolver
    public Uni<List<Agent>> agentsById(@Name("id") List<String> id) {
        Caller caller = callers.get();
        List<UUID> ids = id.stream().map(one -> GlobalId.uuid(Agent.TYPE, one)).toList();
        return teams.agentsSeenBy(caller, ids).map(seen -> InKeyOrder.of(id, seen, Agent::id));
    }
}
