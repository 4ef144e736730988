package io.tideline.customer.team;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.node.Node;
import io.tideline.customer.node.NodeSource;
import io.tideline.platform.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Agents by global id. */
@ApplicationScoped
class AgentNodes implements NodeSource {
    private final Teams teams;

    AgentNodes(Teams teams) {
        this.teams = teams;
    }

    @Override
    public String type() {
        return Agent.TYPE;
    }

    @Override
    public Uni<? extends @Nullable Node> find(Caller caller, UUID id) {
        return teams.agentsSeenBy(caller, List.of(id)).map(seen -> seen.isEmpty() ? null : seen.get(0));
    }
}
