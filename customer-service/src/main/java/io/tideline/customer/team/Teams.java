package io.tideline.customer.team;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.access.Visibility;
import io.tideline.platform.graph.ReadOnce;
import io.tideline.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Teams and agents as one caller sees them: a lead the own team, an agent the own entry and team, everybody else all. */
@ApplicationScoped
public class Teams {
    private final TeamStore store;

    Teams(TeamStore store) {
        this.store = store;
    }

    Uni<List<Team>> seenBy(Caller caller) {
        return ownTeams(caller).flatMap(own -> store.teams(caller.tenant()).map(teams -> teams.entrySet().stream()
                .filter(team -> own == null || own.contains(team.getKey()))
                .map(Map.Entry::getValue)
                .toList()));
    }

    Uni<List<Agent>> agentsSeenBy(Caller caller, @Nullable UUID team) {
        UUID onlyTeam = onlyTeam(caller);
        if (team != null && onlyTeam != null && !team.equals(onlyTeam)) {
            return Uni.createFrom().item(List.of());
        }
        return store.agents(caller.tenant(), onlyTeam == null ? team : onlyTeam, onlyAgent(caller));
    }

    /** Those of the agents that the caller sees. */
    Uni<List<Agent>> agentsSeenBy(Caller caller, Collection<UUID> ids) {
        UUID onlyTeam = onlyTeam(caller);
        UUID onlyAgent = onlyAgent(caller);
        return store.agentsById(caller.tenant(), ids, new ReadOnce()).map(agents -> agents.stream()
                .filter(agent -> onlyTeam == null || onlyTeam.equals(agent.teamId()))
                .filter(agent -> onlyAgent == null || onlyAgent.equals(agent.uuid()))
                .toList());
    }

    /**
     * The agent of something that the caller sees; whoever sees a customer sees who looks after it.
     *
     * @param agent null where there is none
     * @param all ids of the agents of everything that was read together: they are read once for one answer
     */
    public Uni<@Nullable Agent> agent(String tenant, @Nullable UUID agent, Collection<UUID> all, ReadOnce reads) {
        if (agent == null) {
            return Uni.createFrom().nullItem();
        }
        return reads.get("agents", () -> store.agentsById(tenant, all, reads)
                        .map(agents -> agents.stream().collect(Collectors.toMap(Agent::uuid, Function.identity()))))
                .map(agents -> agents.get(agent));
    }

    /** The team of something that the caller sees, null where there is none; all are read once for one answer. */
    public Uni<@Nullable Team> team(String tenant, @Nullable UUID team, ReadOnce reads) {
        return team == null
                ? Uni.createFrom().nullItem()
                : reads.get("teams", () -> store.teams(tenant)).map(teams -> teams.get(team));
    }

    private Uni<@Nullable Collection<UUID>> ownTeams(Caller caller) {
        UUID onlyTeam = onlyTeam(caller);
        UUID onlyAgent = onlyAgent(caller);
        if (onlyAgent != null) {
            return store.agentsById(caller.tenant(), List.of(onlyAgent), new ReadOnce())
                    .map(agents -> agents.stream()
                            .map(Agent::teamId)
                            .filter(java.util.Objects::nonNull)
                            .collect(Collectors.toSet()));
        }
        return Uni.createFrom().item(onlyTeam == null ? null : List.of(onlyTeam));
    }

    private static @Nullable UUID onlyTeam(Caller caller) {
        Visibility visibility = caller.visibility();
        return visibility.team() == null ? null : Ids.uuid(caller.tenant(), Team.KIND, visibility.team());
    }

    private static @Nullable UUID onlyAgent(Caller caller) {
        Visibility visibility = caller.visibility();
        return visibility.agent() == null ? null : Ids.uuid(caller.tenant(), Agent.KIND, visibility.agent());
    }
}
