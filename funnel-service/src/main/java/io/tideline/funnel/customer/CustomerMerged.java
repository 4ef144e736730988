package io.tideline.funnel.customer;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Brings the facts of two customers together once they turn out to be one. */
@ApplicationScoped
class CustomerMerged implements FeedHandler {
    private final CustomerStore store;
    private final KnownCustomers known;

    CustomerMerged(CustomerStore store, KnownCustomers known) {
        this.store = store;
        this.known = known;
    }

    @Override
    public String type() {
        return "customer.alias";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        return known.withoutErased(transaction, tenant, events, event -> event.uuid("to"))
                .flatMap(left -> merge(transaction, tenant, left));
    }

    private Uni<Void> merge(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(
                        event -> store.merge(transaction, tenant, event.uuid("from"), event.uuid("to"))
                                .replaceWith(event))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
