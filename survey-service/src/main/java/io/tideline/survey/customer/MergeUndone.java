package io.tideline.survey.customer;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Two customers are two after all: each has its own answers again. */
@ApplicationScoped
class MergeUndone implements FeedHandler {
    private final CustomerStore store;

    MergeUndone(CustomerStore store) {
        this.store = store;
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
                        event -> store.undoMerge(transaction, tenant, event).replaceWith(event))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
