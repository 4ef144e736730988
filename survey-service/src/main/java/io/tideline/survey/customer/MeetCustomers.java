package io.tideline.survey.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.Outbox;
import io.tideline.platform.feed.OutboxEvent;
import io.tideline.platform.sql.Ids;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Notes customers that facts speak of before the customer service told of them, and tells it, so that it makes placeholders. */
@ApplicationScoped
public class MeetCustomers {
    private final CustomerStore store;
    private final Outbox outbox;

    public MeetCustomers(CustomerStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /** @param externalIds customers by their external ids; none is no statement */
    public Uni<Void> run(SqlConnection transaction, String tenant, Collection<String> externalIds) {
        if (externalIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.meet(transaction, tenant, externalIds)
                .flatMap(fresh -> outbox.append(transaction, tenant, events(tenant, fresh)));
    }

    private static List<OutboxEvent> events(String tenant, List<String> fresh) {
        Instant now = Instant.now();
        return fresh.stream()
                .map(externalId -> OutboxEvent.of(
                        "fact.seen",
                        Ids.uuid(tenant, "customer", externalId).toString(),
                        now,
                        Map.of("kind", "customer", "externalId", externalId)))
                .toList();
    }
}
