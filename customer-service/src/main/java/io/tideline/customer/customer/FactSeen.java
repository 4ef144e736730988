package io.tideline.customer.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.tideline.platform.feed.Outbox;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Another service met a customer that it did not know: it becomes a placeholder here, and known to all. */
@ApplicationScoped
class FactSeen implements FeedHandler {
    private static final String KIND = "customer";

    private final CustomerWrites customers;
    private final Outbox outbox;

    FactSeen(CustomerWrites customers, Outbox outbox) {
        this.customers = customers;
        this.outbox = outbox;
    }

    @Override
    public String type() {
        return "fact.seen";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        List<String> seen = events.stream()
                .filter(event -> event.text("kind").equals(KIND))
                .map(event -> event.text("externalId"))
                .toList();
        return customers
                .savePlaceholders(transaction, tenant, seen)
                .flatMap(placeholders -> outbox.append(
                        transaction,
                        tenant,
                        placeholders.stream().map(KnownCustomer::changed).toList()));
    }
}
