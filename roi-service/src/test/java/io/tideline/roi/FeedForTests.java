package io.tideline.roi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says to this service what the customer service would say. */
@ApplicationScoped
public class FeedForTests {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Database database;
    private final List<FeedHandler> handlers;
    private final ObjectMapper json;

    FeedForTests(Database database, @All List<FeedHandler> handlers, ObjectMapper json) {
        this.database = database;
        this.handlers = handlers;
        this.json = json;
    }

    public void say(String tenant, String type, List<? extends Map<String, ?>> facts) {
        sayFrom(Instant.now(), tenant, type, facts);
    }

    /** What is so from an instant on. */
    public void sayFrom(Instant at, String tenant, String type, List<? extends Map<String, ?>> facts) {
        FeedHandler handler = handlers.stream()
                .filter(known -> known.type().equals(type))
                .findFirst()
                .orElseThrow();
        List<FeedEvent> events = facts.stream()
                .map(data -> new FeedEvent(
                        "1-1", UUID.randomUUID(), tenant, type, "x", 1, at, Instant.now(), json.valueToTree(data)))
                .toList();
        database.write(tenant, transaction -> handler.apply(transaction, tenant, events))
                .await()
                .atMost(PATIENCE);
    }

    /** @param fields such as market, source, campaign, agent, team */
    public static Map<String, @Nullable Object> customer(String tenant, String externalId, Map<String, String> fields) {
        Map<String, @Nullable Object> data = new HashMap<>(fields);
        data.put("id", Ids.uuid(tenant, "customer", externalId).toString());
        data.put("externalId", externalId);
        data.put("placeholder", false);
        return data;
    }
}
