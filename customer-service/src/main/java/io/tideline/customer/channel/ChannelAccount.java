package io.tideline.customer.channel;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.tideline.customer.node.Node;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A messaging account that customers write to. */
@Key(fields = @FieldSet("id"))
@RequiresScopes(
        scopes = {
            @ScopeGroup(@ScopeItem("kpi:strategic")),
            @ScopeGroup(@ScopeItem("kpi:tactical")),
            @ScopeGroup(@ScopeItem("kpi:execution")),
            @ScopeGroup(@ScopeItem("settings:write"))
        })
@Description("A messaging account that customers write to. Open to everyone who reads a board or keeps the settings.")
public record ChannelAccount(
        String id,
        @NonNull @Description("The organisation's own id of the account.") String externalId,
        @NonNull @Description("Name; the external id until a name is known.") String name,
        @Nullable @Description("Messaging platform the account is on.") String platform,
        @Nullable @Description("Market the account serves.") String market)
        implements Node {
    /** Name of the type in global ids. */
    public static final String TYPE = "ChannelAccount";

    /** Kind under which local ids are made. */
    public static final String KIND = "channelAccount";

    @Override
    @Id
    @NonNull
    @Description("Global id.")
    public String getId() {
        return id;
    }
}
