package io.tideline.customer.alert;

import io.tideline.platform.feed.OutboxEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert that is new or has become severe. */
record RaisedAlert(UUID id, String rule, AlertSeverity severity, UUID customer, int count, Instant occurredAt) {
    static final String EVENT = "alert.raised";

    /** The fact, for subscriptions and for other services. */
    OutboxEvent told() {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", id);
        data.put("rule", rule);
        data.put("severity", severity.name());
        data.put("customerId", customer.equals(Condition.NOBODY) ? null : customer);
        data.put("count", count);
        return OutboxEvent.of(EVENT, id.toString(), occurredAt, data);
    }
}
