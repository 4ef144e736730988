package io.tideline.roi.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Hears when customers carry which tag. */
@ApplicationScoped
class TakeTags implements FeedHandler {
    private final CustomerStore store;

    TakeTags(CustomerStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "tag.interval";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        return store.saveTags(transaction, tenant, events);
    }
}
