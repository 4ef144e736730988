package io.tideline.customer.label;

import io.tideline.platform.feed.OutboxEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A name as it was stored just now.
 *
 * @param name the external id where no name is known yet
 * @param team external id of an agent's team
 * @param isNew whether the thing was not known before
 */
public record Label(LabelKind kind, UUID id, String externalId, String name, @Nullable String team, boolean isNew) {

    /** The fact for the other services. */
    public OutboxEvent changed() {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("kind", kind);
        data.put("externalId", externalId);
        data.put("id", id);
        data.put("name", name);
        if (kind == LabelKind.AGENT) {
            data.put("team", team);
        }
        return OutboxEvent.of("label.changed", id.toString(), Instant.now(), data);
    }
}
