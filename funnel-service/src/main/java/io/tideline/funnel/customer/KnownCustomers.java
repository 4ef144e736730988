package io.tideline.funnel.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.Outbox;
import io.tideline.platform.feed.OutboxEvent;
import io.tideline.platform.sql.Ids;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Meets the customers that facts name. The first meeting of one is told to the other services in the same transaction. */
@ApplicationScoped
public class KnownCustomers {
    private final CustomerStore store;
    private final Outbox outbox;

    KnownCustomers(CustomerStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /** Who of these customers has been merged, and into whom. */
    public Uni<Map<UUID, UUID>> meet(SqlConnection transaction, String tenant, Collection<NamedCustomer> named) {
        Instant now = Instant.now();
        return store.meet(transaction, tenant, named)
                .call(found -> outbox.append(
                        transaction,
                        tenant,
                        found.met().stream().map(met -> seen(tenant, met, now)).toList()))
                .map(CustomerStore.Met::merged);
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
