package io.tideline.roi.campaign;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.tideline.platform.graph.GlobalId;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A campaign: what was sent to many customers at once, or an advertising campaign. */
@Key(fields = @FieldSet("id"))
@Description("A campaign: what was sent to many customers at once, or an advertising campaign.")
public final class Campaign {
    private final CampaignRecord stored;
    private final CampaignPage page;

    Campaign(CampaignRecord stored, CampaignPage page) {
        this.stored = stored;
        this.page = page;
    }

    @Id
    @NonNull
    @Description("Global id.")
    public String getId() {
        return GlobalId.of("Campaign", stored.id());
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description("The organisation's own id. Scope campaign:read.")
    public String getExternalId() {
        return stored.externalId();
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description("Name; the external id until the campaign is described. Scope campaign:read.")
    public String getName() {
        return stored.label();
    }

    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description("When it began; null where that was not recorded. Scope campaign:read.")
    public @Nullable Instant getStartedAt() {
        return stored.startedAt();
    }

    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description("Name of the message template that was sent. Scope campaign:read.")
    public @Nullable String getTemplate() {
        return stored.template();
    }

    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description("Messages handed to the channel; 0 where none were recorded. Scope campaign:read.")
    public Integer getSends() {
        return stored.sends() == null ? 0 : Math.toIntExact(stored.sends());
    }

    UUID uuid() {
        return stored.id();
    }

    String cursor() {
        return stored.cursor();
    }

    CampaignPage page() {
        return page;
    }

    @Nullable
    Long recordedSends() {
        return stored.sends();
    }
}
