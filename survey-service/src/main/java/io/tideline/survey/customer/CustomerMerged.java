package io.tideline.survey.customer;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Two customers turned out to be one: answers of the one that went are answers of the one that stays. */
@ApplicationScoped
class CustomerMerged implements FeedHandler {
    private final CustomerStore store;

    CustomerMerged(CustomerStore store) {
        this.store = store;
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
                .transformToUniAndConcatenate(
                        event -> store.alias(transaction, tenant, event.uuid("from"), event.uuid("to"))
                                .replaceWith(event))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
