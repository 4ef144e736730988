package io.tideline.customer.team;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.tideline.customer.node.Node;
import io.tideline.platform.graph.GlobalId;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A team of agents. */
@Key(fields = @FieldSet("id"))
@RequiresScopes(
        scopes = {
            @ScopeGroup(@ScopeItem("kpi:strategic")),
            @ScopeGroup(@ScopeItem("kpi:tactical")),
            @ScopeGroup(@ScopeItem("kpi:execution")),
            @ScopeGroup(@ScopeItem("settings:write"))
        })
@Description("A team of agents. Open to everyone who reads a board or keeps the settings.")
public record Team(
        String id,
        @NonNull @Description("The organisation's own id of the team.") String externalId,
        @NonNull @Description("Name; the external id until a name is known.") String name)
        implements Node {
    /** Name of the type in global ids. */
    public static final String TYPE = "Team";

    /** Kind under which local ids are made. */
    public static final String KIND = "team";

    static Team of(UUID id, String externalId, String name) {
        return new Team(GlobalId.of(TYPE, id), externalId, name);
    }

    @Override
    @Id
    @NonNull
    @Description("Global id.")
    public String getId() {
        return id;
    }
}
