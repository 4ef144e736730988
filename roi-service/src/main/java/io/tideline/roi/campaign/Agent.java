package io.tideline.roi.campaign;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.time.Period;
import io.tideline.roi.customer.Organisation;
import io.tideline.roi.gather.Gather;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An agent, as far as mass sends go. */
@Key(fields = @FieldSet("id"))
@Description("A person who looks after customers.")
public final class Agent {
    private final UUID uuid;
    private final Uni<Organisation> organisation;
    private final Gather<Period, Map<UUID, SalesStore.Contribution>> contributions;

    Agent(UUID uuid, Uni<Organisation> organisation, Gather<Period, Map<UUID, SalesStore.Contribution>> contributions) {
        this.uuid = uuid;
        this.organisation = organisation;
        this.contributions = contributions;
    }

    @Id
    @NonNull
    @Description("Global id.")
    public String getId() {
        return GlobalId.of("Agent", uuid);
    }

    Uni<Organisation> organisation() {
        return organisation;
    }

    /** Null where the caller may not see the agent. */
    Uni<SalesStore.@Nullable Contribution> contribution(Period period) {
        return contributions.ask(period).map(found -> found.get(uuid));
    }
}
