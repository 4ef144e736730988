package io.tideline.customer.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * A rule's condition that was met.
 *
 * @param customer local id of the customer it is about
 * @param cause id of what met it, which counts once
 */
record Condition(String rule, UUID customer, UUID cause, AlertSeverity severity, Instant occurredAt) {}
