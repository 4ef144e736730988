package io.tideline.customer.team;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.node.Node;
import io.tideline.customer.node.NodeSource;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.GlobalId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Teams by global id. */
@ApplicationScoped
class TeamNodes implements NodeSource {
    private final Teams teams;

    TeamNodes(Teams teams) {
        this.teams = teams;
    }

    @Override
    public String type() {
        return Team.TYPE;
    }

    @Override
    public Uni<? extends @Nullable Node> find(Caller caller, UUID id) {
        String asked = GlobalId.of(Team.TYPE, id);
        return teams.seenBy(caller).map(seen -> seen.stream()
                .filter(team -> team.id().equals(asked))
                .findFirst()
                .orElse(null));
    }
}
