package io.tideline.customer.alert;

import io.tideline.platform.feed.FeedEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * A rule's condition that was met.
 *
 * @param customer local id of the customer it is about, {@link #NOBODY} where that is not known
 * @param cause id of what met it, which counts once
 */
record Condition(String rule, UUID customer, UUID cause, AlertSeverity severity, Instant occurredAt) {
    static final UUID NOBODY = new UUID(0, 0);

    static UUID about(FeedEvent event) {
        UUID customer = event.uuidOrNull("customerId");
        return customer == null ? NOBODY : customer;
    }
}
