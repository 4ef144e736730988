package io.tideline.customer.tag;

import io.smallrye.graphql.api.federation.requiresscopes.RequiresScopes;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeGroup;
import io.smallrye.graphql.api.federation.requiresscopes.ScopeItem;
import io.smallrye.mutiny.Uni;
import io.tideline.customer.customer.Customer;
import io.tideline.customer.customer.Links;
import io.tideline.customer.customer.Peers;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.graph.ListSize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

/** Tags of customers in the graph. */
@GraphQLApi
public class TagGraph {
    private final CurrentCaller callers;
    private final TagStore store;
    private final ChangeTags change;

    public TagGraph(CurrentCaller callers, TagStore store, ChangeTags change) {
        this.callers = callers;
        this.store = store;
        this.change = change;
    }

    @ListSize(assumedSize = 5)
    @Name("tags")
    @NonNull
    @Description("Tags the customer carries or has carried, oldest first.")
    public Uni<List<@NonNull TagInterval>> tags(
            @Source Customer customer,
            @Name("activeOn") @Description("Only tags carried at this instant.") @Nullable Instant activeOn) {
        Links links = customer.links();
        Peers peers = links.peers();
        String tenant = callers.get().tenant();
        Uni<Map<UUID, List<TagInterval>>> all = peers.reads().get("tags", () -> store.of(tenant, peers.members()));
        return all.map(tags -> carried(tags, links)
                .filter(tag -> activeOn == null || tag.isActiveOn(activeOn))
                .toList());
    }

    @Mutation("addTag")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:write")))
    @Description("Gives a customer a tag, or closes or corrects an interval that began at the same instant.")
    public Uni<AddTagPayload> addTag(
            @NonNull @Name("input") @Description("Customer, tag and times.") AddTagInput input) {
        return change.add(callers.get(), input);
    }

    @Mutation("removeTag")
    @NonNull
    @RequiresScopes(scopes = @ScopeGroup(@ScopeItem("customer:write")))
    @Description("Ends the open interval of a customer's tag.")
    public Uni<RemoveTagPayload> removeTag(
            @NonNull @Name("input") @Description("Customer, tag and end.") RemoveTagInput input) {
        return change.remove(callers.get(), input);
    }

    private static Stream<TagInterval> carried(Map<UUID, List<TagInterval>> tags, Links links) {
        List<TagInterval> own = tags.getOrDefault(links.customer(), List.of());
        if (links.absorbed().isEmpty()) {
            return own.stream();
        }
        Stream<TagInterval> absorbed =
                links.absorbed().stream().flatMap(id -> tags.getOrDefault(id, List.of()).stream());
        return TagRules.union(Stream.concat(own.stream(), absorbed).toList()).stream();
    }
}
