package io.tideline.funnel.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.Outbox;
import io.tideline.platform.feed.OutboxEvent;
import io.tideline.platform.sql.Ids;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Meets the customers that facts name. The first meeting of one is told to the other services in the same transaction. */
@ApplicationScoped
public class KnownCustomers {
    private final CustomerStore store;
    private final Outbox outbox;

    KnownCustomers(CustomerStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /**
     * What became of customers.
     *
     * @param merged who has been merged, and into whom
     * @param erased of whom nothing may be stored
     */
    public record Fate(Map<UUID, UUID> merged, Set<UUID> erased) {}

    public Uni<Fate> meet(SqlConnection transaction, String tenant, Collection<NamedCustomer> named) {
        Instant now = Instant.now();
        return store.meet(transaction, tenant, named)
                .call(found -> outbox.append(
                        transaction,
                        tenant,
                        found.met().stream().map(met -> seen(tenant, met, now)).toList()))
                .map(found -> new Fate(found.merged(), found.erased()));
    }

    /** The facts but those of customers who were erased. */
    public Uni<List<FeedEvent>> withoutErased(
            SqlConnection transaction, String tenant, List<FeedEvent> events, Function<FeedEvent, UUID> customer) {
        return store.erasedAmong(
                        transaction, tenant, events.stream().map(customer).toList())
                .map(erased -> events.stream()
                        .filter(event -> !erased.contains(customer.apply(event)))
                        .toList());
    }

    private static OutboxEvent seen(String tenant, NamedCustomer met, Instant now) {
        return new OutboxEvent(
                Ids.uuid(tenant, "fact.seen", met.externalId()),
                "fact.seen",
                met.id().toString(),
                now,
                Map.of("kind", "customer", "externalId", met.externalId()));
    }
}
