package io.tideline.funnel.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Removes whoever has to be forgotten. */
@ApplicationScoped
class CustomerErased implements FeedHandler {
    private final CustomerStore store;

    CustomerErased(CustomerStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "customer.erased";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        List<UUID> ids =
                events.stream().map(event -> event.uuid("id")).distinct().toList();
        return store.erase(transaction, tenant, ids);
    }
}
