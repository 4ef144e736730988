package io.tideline.customer.team;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.tideline.customer.node.Node;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.ReadOnce;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A person who looks after customers.
 *
 * @param uuid local id
 * @param teamId local id of the agent's team
 * @param reads what the agents and customers of one answer read together
 */
@Key(fields = @FieldSet("id"))
@RequiresScopes(
        scopes = {
            @ScopeGroup(@ScopeItem("kpi:strategic")),
            @ScopeGroup(@ScopeItem("kpi:tactical")),
            @ScopeGroup(@ScopeItem("kpi:execution")),
            @ScopeGroup(@ScopeItem("settings:write"))
        })
@Description("A person who looks after customers. Open to everyone who reads a board or keeps the settings.")
public record Agent(
        String id,
        @NonNull @Description("The organisation's own id of the agent.") String externalId,
        @NonNull @Description("Name; the external id until a name is known.") String name,
        @Ignore UUID uuid,
        @Ignore @Nullable UUID teamId,
        @Ignore ReadOnce reads)
        implements Node {
    /** Name of the type in global ids. */
    public static final String TYPE = "Agent";

    /** Kind under which local ids are made. */
    public static final String KIND = "agent";

    @Override
    @Id
    @NonNull
    @Description("Global id.")
    public String getId() {
        return id;
    }

    static String globalId(UUID id) {
        return GlobalId.of(TYPE, id);
    }
}
