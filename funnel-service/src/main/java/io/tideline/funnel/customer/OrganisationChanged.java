package io.tideline.funnel.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the organisation's settings, above all the zone its days are cut in. */
@ApplicationScoped
class OrganisationChanged implements FeedHandler {
    private final Organisations organisations;

    OrganisationChanged(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public String type() {
        return "organisation.changed";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        FeedEvent last = events.get(events.size() - 1);
        return organisations.change(transaction, last);
    }
}
