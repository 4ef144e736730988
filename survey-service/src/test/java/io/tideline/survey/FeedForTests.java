package io.tideline.survey;

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

/** Tells this service what the customer service would tell it. */
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

    /** Facts of one type as they are from an instant on, in one transaction. */
    @SafeVarargs
    public final void tell(String at, String tenant, String type, Map<String, ?>... facts) {
        FeedHandler handler = handlers.stream()
                .filter(known -> known.type().equals(type))
                .findFirst()
                .orElseThrow();
        List<FeedEvent> events = List.of(facts).stream()
                .map(fact -> new FeedEvent(
                        "1-1",
                        UUID.randomUUID(),
                        tenant,
                        type,
                        "x",
                        1,
                        Instant.parse(at),
                        Instant.now(),
                        json.valueToTree(fact)))
                .toList();
        database.write(tenant, transaction -> handler.apply(transaction, tenant, events))
                .await()
                .atMost(PATIENCE);
    }

    public static Map<String, Object> customer(String tenant, String externalId, String agent, String team) {
        return Map.of(
                "id",
                Ids.uuid(tenant, "customer", externalId).toString(),
                "externalId",
                externalId,
                "agent",
                agent,
                "team",
                team);
    }

    public static Map<String, Object> agent(String tenant, String agent, String team) {
        return new HashMap<>(Map.of(
                "kind",
                "AGENT",
                "externalId",
                agent,
                "id",
                Ids.uuid(tenant, "agent", agent).toString(),
                "name",
                agent,
                "team",
                team));
    }
}
