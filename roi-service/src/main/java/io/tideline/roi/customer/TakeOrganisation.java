package io.tideline.roi.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Hears an organisation's settings; the last ones stand. */
@ApplicationScoped
class TakeOrganisation implements FeedHandler {
    private final OrganisationStore store;

    TakeOrganisation(OrganisationStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "organisation.changed";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        return store.save(transaction, tenant, events.get(events.size() - 1));
    }
}
