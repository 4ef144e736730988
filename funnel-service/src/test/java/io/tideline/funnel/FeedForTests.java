package io.tideline.funnel;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.tideline.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Tells the service facts of other services, as its follower would. */
@ApplicationScoped
public class FeedForTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Database database;
    private final ObjectMapper json;
    private final List<FeedHandler> handlers;

    FeedForTests(Database database, ObjectMapper json, @All List<FeedHandler> handlers) {
        this.database = database;
        this.json = json;
        this.handlers = handlers;
    }

    /** Facts of one type, in one transaction. */
    @SafeVarargs
    public final void tell(String tenant, String type, Map<String, Object>... facts) {
        tell(tenant, type, List.of(facts));
    }

    /** As above. */
    public void tell(String tenant, String type, List<Map<String, Object>> facts) {
        tellOf(Instant.now(), tenant, type, facts);
    }

    /** Customers as they are from an instant on. */
    @SafeVarargs
    public final void tellFrom(String at, String tenant, Map<String, Object>... customers) {
        tellOf(Instant.parse(at), tenant, "customer.changed", List.of(customers));
    }

    /** A fact whose transaction stays open until it is let go. */
    public CompletionStage<Void> tellUntil(
            CompletionStage<Void> letGo, String tenant, String type, Map<String, Object> fact) {
        List<FeedEvent> events = List.of(event(Instant.now(), tenant, type, fact));
        return database.write(tenant, transaction -> handler(type)
                        .apply(transaction, tenant, events)
                        .flatMap(applied -> Uni.createFrom().completionStage(letGo)))
                .subscribeAsCompletionStage();
    }

    private FeedHandler handler(String type) {
        return handlers.stream()
                .filter(known -> known.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private void tellOf(Instant at, String tenant, String type, List<Map<String, Object>> facts) {
        FeedHandler handler = handler(type);
        List<FeedEvent> events =
                facts.stream().map(fact -> event(at, tenant, type, fact)).toList();
        database.write(tenant, transaction -> handler.apply(transaction, tenant, events))
                .await()
                .atMost(PATIENCE);
    }

    private FeedEvent event(Instant at, String tenant, String type, Map<String, ?> fact) {
        return new FeedEvent("0-0", UUID.randomUUID(), tenant, type, "", 1, at, Instant.now(), json.valueToTree(fact));
    }
}
