package io.tideline.survey.customer;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Two customers are two after all: each has its own answers again. */
@ApplicationScoped
class MergeUndone implements FeedHandler {
    private final CustomerStore store;
    private final CountedMoves moves;

    MergeUndone(CustomerStore store, CountedMoves moves) {
        this.store = store;
        this.moves = moves;
    }

    @Override
    public String type() {
        return "customer.alias.undone";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(
                        event -> undone(transaction, tenant, event).replaceWith(event))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> undone(SqlConnection transaction, String tenant, FeedEvent event) {
        UUID customer = event.uuid("id");
        List<UUID> members = new ArrayList<>();
        event.data().path("members").forEach(member -> members.add(UUID.fromString(member.asText())));
        List<UUID> all = new ArrayList<>(members);
        all.add(customer);
        return moves.ofOneAnother(
                transaction, tenant, all, () -> store.undoMerge(transaction, tenant, customer, members));
    }
}
