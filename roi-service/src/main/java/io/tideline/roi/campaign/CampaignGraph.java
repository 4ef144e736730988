package io.tideline.roi.campaign;

import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.graphql.api.federation.link.Import;
import io.smallrye.graphql.api.federation.link.Link;
import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.InKeyOrder;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.graph.PageRequest;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Campaigns by list, by id, and as entities. */
@GraphQLApi
@Link(
        url = "https://specs.apollo.dev/federation/v2.9",
        _import = {
            @Import(name = "@key"),
            @Import(name = "@shareable"),
            @Import(name = "@authenticated"),
            @Import(name = "@requiresScopes"),
            @Import(name = "@cost"),
            @Import(name = "@listSize"),
            @Import(name = "FieldSet")
        })
public class CampaignGraph {
    private final CurrentCaller callers;
    private final CampaignReading reading;

    public CampaignGraph(CurrentCaller callers, CampaignReading reading) {
        this.callers = callers;
        this.reading = reading;
    }

    @ListSize(assumedSize = 20, slicingArguments = "first", sizedFields = "edges", requireOneSlicingArgument = false)
    @Query("campaigns")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description("Campaigns, newest first. Scope campaign:read.")
    public Uni<CampaignConnection> campaigns(
            @Name("first") @DefaultValue("20") @Description("How many, 1 to 100.") Integer first,
            @Name("after") @Description("Cursor to go on from.") @Nullable String after) {
        return reading.page(callers.get(), PageRequest.of(first, after)).map(CampaignConnection::of);
    }

    @Query("campaign")
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("campaign:read")))
    @Description("The campaign with this id; null where there is none. Scope campaign:read.")
    public Uni<@Nullable Campaign> campaign(@Id @NonNull @Name("id") @Description("Global id.") String id) {
        UUID asked = GlobalId.uuid("Campaign", id);
        return reading.byIds(callers.get(), List.of(asked)).map(found -> found.isEmpty() ? null : found.get(0));
    }

    @Resolver
    public Uni<List<@Nullable Campaign>> campaignEntities(List<String> id) {
        List<UUID> ids = id.stream()
                .map(key -> GlobalId.uuid("Campaign", key))
                .distinct()
                .toList();
        return reading.byIds(callers.get(), ids).map(found -> InKeyOrder.of(id, found, Campaign::getId));
    }
}
