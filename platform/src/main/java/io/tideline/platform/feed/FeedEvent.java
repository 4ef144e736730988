package io.tideline.platform.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fact as another service tells it.
 *
 * @param cursor where a reader goes on after this event
 * @param aggregate id of the thing the fact is about
 * @param data the fact's own fields; absent times and ids are JSON null
 */
public record FeedEvent(
        String cursor,
        UUID id,
        String tenant,
        String type,
        String aggregate,
        int schemaVersion,
        Instant occurredAt,
        Instant recordedAt,
        JsonNode data) {

    /** A field that the type always carries; the event is poison without it. */
    public String text(String field) {
        JsonNode value = data.get(field);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("The event " + type + " has no " + field + ".");
        }
        return value.asText();
    }

    public @Nullable String textOrNull(String field) {
        JsonNode value = data.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }

    public UUID uuid(String field) {
        return UUID.fromString(text(field));
    }

    public @Nullable UUID uuidOrNull(String field) {
        String value = textOrNull(field);
        return value == null ? null : UUID.fromString(value);
    }

    public Instant instant(String field) {
        return Instant.parse(text(field));
    }

    public @Nullable Instant instantOrNull(String field) {
        String value = textOrNull(field);
        return value == null ? null : Instant.parse(value);
    }

    public boolean is(String field) {
        JsonNode value = data.get(field);
        return value != null && value.asBoolean();
    }
}
