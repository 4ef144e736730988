package io.tideline.roi.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Hears how agents, teams and channel accounts are called. */
@ApplicationScoped
class TakeLabels implements FeedHandler {
    private final LabelStore store;

    TakeLabels(LabelStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "label.changed";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        return store.save(transaction, tenant, events);
    }
}
