package io.tideline.survey.customer;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Two customers turned out to be one: answers of the one that went are answers of the one that stays. */
@ApplicationScoped
class CustomerMerged implements FeedHandler {
    private final CustomerStore store;
    private final CountedMoves moves;

    CustomerMerged(CustomerStore store, CountedMoves moves) {
        this.store = store;
        this.moves = moves;
    }

    @Override
    public String type() {
        return "customer.alias";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> merged(transaction, tenant, event.uuid("from"), event.uuid("to"))
                        .replaceWith(event))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> merged(SqlConnection transaction, String tenant, UUID from, UUID to) {
        return moves.ofOneAnother(
                transaction, tenant, List.of(from, to), () -> store.alias(transaction, tenant, from, to));
    }
}
