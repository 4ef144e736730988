package io.tideline.platform.feed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact to tell the other services.
 *
 * @param id unique per fact; the same id again is not told twice
 * @param data values that Jackson writes as JSON; instants and uuids as their text
 */
public record OutboxEvent(
        UUID id, String type, String aggregate, Instant occurredAt, Map<String, @Nullable Object> data) {
    public OutboxEvent {
        data = new LinkedHashMap<>(data);
    }

    /** A fact of its own, told once for this call. */
    public static OutboxEvent of(
            String type, String aggregate, Instant occurredAt, Map<String, @Nullable Object> data) {
        return new OutboxEvent(UUID.randomUUID(), type, aggregate, occurredAt, data);
    }
}
