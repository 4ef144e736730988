package io.tideline.customer.alert;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.Outbox;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Raises alerts where conditions were met, or counts on those that wait already, and tells of the new ones. */
@ApplicationScoped
class RaiseAlerts {
    private final AlertWrites writes;
    private final Outbox outbox;

    RaiseAlerts(AlertWrites writes, Outbox outbox) {
        this.writes = writes;
        this.outbox = outbox;
    }

    Uni<Void> run(SqlConnection transaction, String tenant, List<Condition> met) {
        if (met.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return writes.raise(transaction, tenant, met)
                .flatMap(raised -> outbox.append(
                        transaction,
                        tenant,
                        raised.stream().map(RaisedAlert::told).toList()));
    }
}
