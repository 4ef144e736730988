package io.tideline.funnel.event;

import io.tideline.funnel.customer.NamedCustomer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a customer.
 *
 * @param id unique per organisation: the same id again is the same moment
 * @param properties further facts as a JSON object, or null
 */
public record Moment(UUID id, NamedCustomer customer, MomentName name, Instant at, @Nullable String properties) {}
