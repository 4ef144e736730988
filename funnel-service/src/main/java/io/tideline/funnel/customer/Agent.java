package io.tideline.funnel.customer;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.tideline.platform.graph.GlobalId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** An agent, of whom customer-service knows all but what funnels say. */
@Key(fields = @FieldSet("id"))
@Description("Somebody who looks after customers.")
public record Agent(@Id @NonNull @Description("Global id.") String id, @Ignore Peers peers) {
    public static final String TYPE = "Agent";

    /** Of ids, in their order. */
    public static List<Agent> all(List<String> ids) {
        Peers peers = Peers.of(TYPE, ids);
        return ids.stream().map(id -> new Agent(id, peers)).toList();
    }

    public UUID uuid() {
        return GlobalId.uuid(TYPE, id);
    }
}
