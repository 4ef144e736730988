package io.tideline.survey.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;

/** Takes over the organisation's time zone. */
@ApplicationScoped
class OrganisationChanged implements FeedHandler {
    private final CustomerStore store;

    OrganisationChanged(CustomerStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "organisation.changed";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        FeedEvent last = events.get(events.size() - 1);
        return store.changeOrganisation(transaction, tenant, ZoneId.of(last.text("timeZone")), last.occurredAt());
    }
}
