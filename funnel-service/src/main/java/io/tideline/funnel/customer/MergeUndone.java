package io.tideline.funnel.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parts customers again that were merged by mistake. */
@ApplicationScoped
class MergeUndone implements FeedHandler {
    private final CustomerStore store;
    private final KnownCustomers known;

    MergeUndone(CustomerStore store, KnownCustomers known) {
        this.store = store;
        this.known = known;
    }

    /** A tag as its customer carries it from now on. */
    record Tag(UUID customer, String tag, Instant from, @Nullable Instant until) {
        static Tag of(JsonNode told) {
            return new Tag(
                    UUID.fromString(told.path("customer").asText()),
                    told.path("tag").asText(),
                    Instant.parse(told.path("from").asText()),
                    told.hasNonNull("until") ? Instant.parse(told.get("until").asText()) : null);
        }
    }

    @Override
    public String type() {
        return "customer.alias.undone";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        return known.withoutErased(transaction, tenant, events, event -> event.uuid("id"))
                .flatMap(left -> Multi.createFrom()
                        .iterable(left)
                        .onItem()
                        .transformToUniAndConcatenate(
                                event -> undo(transaction, tenant, event).replaceWith(event))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> undo(SqlConnection transaction, String tenant, FeedEvent event) {
        List<UUID> members = new ArrayList<>();
        event.data().path("members").forEach(member -> members.add(UUID.fromString(member.asText())));
        List<Tag> tags = new ArrayList<>();
        event.data().path("tags").forEach(told -> tags.add(Tag.of(told)));
        return store.undoMerge(transaction, tenant, event.uuid("id"), members, tags);
    }
}
