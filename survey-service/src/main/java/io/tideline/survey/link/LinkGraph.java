package io.tideline.survey.link;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.ListSize;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Signing keys for those who keep the organisation's settings, links for those who write surveys. */
@GraphQLApi
public class LinkGraph {
    private final CurrentCaller callers;
    private final LinkStore store;
    private final CreateSigningKey create;
    private final RevokeSigningKey revoke;
    private final MintLinks mint;

    LinkGraph(
            CurrentCaller callers, LinkStore store, CreateSigningKey create, RevokeSigningKey revoke, MintLinks mint) {
        this.callers = callers;
        this.store = store;
        this.create = create;
        this.revoke = revoke;
        this.mint = mint;
    }

    @Query("signingKeys")
    @NonNull
    @ListSize(assumedSize = 5)
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("settings:write")))
    @Description("Keys that sign survey links and identities, newest first, revoked ones included.")
    public Uni<List<@NonNull SigningKey>> signingKeys() {
        return store.keys(callers.get().tenant());
    }

    @Mutation("createSigningKey")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("settings:write")))
    @Description(
            "Makes a signing key and shows its secret, once. New links are signed with it; what the key before signed stays good.")
    public Uni<CreateSigningKeyPayload> createSigningKey(
            @Name("input") @NonNull @Description("The key to make.") CreateSigningKeyInput input) {
        return create.run(callers.get().tenant());
    }

    @Mutation("revokeSigningKey")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("settings:write")))
    @Description("Revokes a signing key: nothing that it signed is believed any more.")
    public Uni<RevokeSigningKeyPayload> revokeSigningKey(
            @Name("input") @NonNull @Description("The key to revoke.") RevokeSigningKeyInput input) {
        return revoke.run(callers.get().tenant(), input.keyId());
    }

    @Mutation("mintSurveyLinks")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("survey:write")))
    @Description("Makes signed links, each for one customer to answer one survey once.")
    public Uni<MintSurveyLinksPayload> mintSurveyLinks(
            @Name("input") @NonNull @Description("The links to make.") MintSurveyLinksInput input) {
        String tenant = callers.get().tenant();
        UUID survey = GlobalId.uuid("Survey", input.survey());
        List<UUID> customers = input.customers().stream()
                .map(one -> GlobalId.uuid("Customer", one))
                .toList();
        return mint.run(
                tenant,
                new MintLinks.Order(survey, customers, List.of(), input.validDays(), input.ignoreContactRules()));
    }
}
