package io.tideline.funnel.funnel;

import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.graphql.api.federation.link.Import;
import io.smallrye.graphql.api.federation.link.Link;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.InKeyOrder;
import io.tideline.platform.graph.ListSize;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Funnels in the graph. */
@GraphQLApi
@Link(
        url = "https://specs.apollo.dev/federation/v2.9",
        _import = {
            @Import(name = "@key"),
            @Import(name = "@shareable"),
            @Import(name = "@requiresScopes"),
            @Import(name = "@cost"),
            @Import(name = "@listSize"),
            @Import(name = "@authenticated"),
            @Import(name = "FieldSet")
        })
public class FunnelGraph {
    private final CurrentCaller callers;
    private final FunnelStore store;
    private final DefineFunnel define;

    public FunnelGraph(CurrentCaller callers, FunnelStore store, DefineFunnel define) {
        this.callers = callers;
        this.store = store;
        this.define = define;
    }

    @ListSize(assumedSize = 10)
    @Query("funnels")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("funnel:read")))
    @Description("The organisation's funnels by key; the seven-stage funnel `standard` is always there.")
    public Uni<List<@NonNull Funnel>> funnels() {
        return store.all(callers.get().tenant()).map(all -> all);
    }

    @Query("funnel")
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("funnel:read")))
    @Description("One funnel by exactly one of its id and its key; null where there is none.")
    public Uni<@Nullable Funnel> funnel(
            @Id @Name("id") @Description("Global id.") @Nullable String id,
            @Name("key") @Description("The organisation's own key.") @Nullable String key) {
        if ((id == null) == (key == null)) {
            throw AppException.badInput("id", "Ask with id or with key.");
        }
        return store.all(callers.get().tenant()).map(all -> all.stream()
                .filter(funnel -> funnel.id().equals(id) || funnel.key().equals(key))
                .findFirst()
                .orElse(null));
    }

    @Resolver
    public Uni<List<@Nullable Funnel>> funnelsById(@Name("id") List<String> id) {
        return store.all(callers.get().tenant()).map(all -> InKeyOrder.of(id, all, Funnel::id));
    }

    @Mutation("defineFunnel")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("funnel:write")))
    @Description(
            "Defines a funnel, or changes one by a new version. Nothing is computed anew: reports on periods before the change keep their version.")
    public Uni<DefineFunnelPayload> defineFunnel(
            @NonNull @Name("input") @Description("The definition.") DefineFunnelInput input) {
        return define.run(callers.get(), input);
    }
}
