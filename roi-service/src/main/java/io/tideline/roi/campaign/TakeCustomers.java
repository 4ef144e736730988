package io.tideline.roi.campaign;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.tideline.roi.customer.CustomerStore;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Hears the dimensions of customers; a campaign that reached one of them is a campaign from then on. */
@ApplicationScoped
class TakeCustomers implements FeedHandler {
    private final CustomerStore customers;
    private final Campaigns campaigns;

    TakeCustomers(CustomerStore customers, Campaigns campaigns) {
        this.customers = customers;
        this.campaigns = campaigns;
    }

    @Override
    public String type() {
        return "customer.changed";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        return campaigns
                .meet(transaction, tenant, events.stream().map(event -> event.textOrNull("campaign")))
                .flatMap(met -> customers.save(transaction, tenant, events));
    }
}
