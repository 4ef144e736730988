package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.funnel.Rows;
import io.tideline.platform.sql.Ids;
import io.tideline.test.GraphqlClient;
import io.tideline.test.PostgresForTests;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Whoever is erased is gone from funnels and does not come back. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class ErasureIT {
    private static final String RESULT =
            "{ funnel(key: \"f\") { result(period: { from: \"2026-06-01\", to: \"2026-07-01\" }, options: { asOf: \"2026-07-01T00:00:00Z\" }) "
                    + "{ entered converted steps { droppedCustomers { totalCount } } } } }";

    @Inject
    FeedForTests feed;

    @Test
    void leavesTheFunnelOfTheOthers() {
        String tenant = "er-01";
        List<Map<String, String>> rows = new ArrayList<>();
        for (int at = 0; at < 10; at++) {
            rows.add(Api.event("a" + at, "c" + at, "A", "2026-06-02T00:00:00Z"));
            if (at < 3) {
                rows.add(Api.event("b" + at, "c" + at, "B", "2026-06-03T00:00:00Z"));
            }
        }
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B"), Map.of("window", "P7D"));
        assertThat(result(tenant)).isEqualTo("10 3 7");
        assertThat(result(tenant)).isEqualTo("10 3 7");

        erase(tenant, "c0");

        assertThat(result(tenant)).isEqualTo("9 2 7");
        assertThat(Rows.asApp(tenant, "SELECT data ->> 'externalId' FROM outbox WHERE type = 'fact.seen'"))
                .hasSize(9)
                .doesNotContain("c0");
    }

    @Test
    void forgetsAllThatWasKnownAndTakesNothingThatComesLate() {
        String tenant = "er-06";
        feed.tell(
                tenant,
                "customer.changed",
                Facts.customer(
                        tenant,
                        "gone",
                        Map.of(
                                "market",
                                "DE",
                                "agent",
                                "a1",
                                "values",
                                List.of(Map.of(
                                        "dimension", "MARKET", "value", "DE", "since", "2026-01-01T00:00:00Z")))),
                Facts.customer(tenant, "stays", Map.of("market", "DE")));
        feed.tell(tenant, "customer.changed", Facts.customer(tenant, "gone", Map.of("market", "DE", "agent", "a2")));
        feed.tell(tenant, "tag.interval", Facts.tag(tenant, "gone", "vip", "2026-06-01T00:00:00Z", null));
        Api.ingest(tenant, List.of(Api.event("1", "gone", "A", "2026-06-02T00:00:00Z")));
        Api.define(tenant, "f", List.of("A", "B"), Map.of("window", "P7D"));

        setAside(tenant, "test", "{\"id\": \"" + id(tenant, "gone") + "\"}");
        setAside(tenant, "test", "{\"lines\": [{\"customer\": \"gone\"}]}");
        setAside(tenant, "test", "{\"customer\": \"stays\", \"note\": \"not gone\"}");

        erase(tenant, "gone");
        feed.tell(tenant, "customer.changed", Facts.customer(tenant, "gone", Map.of("market", "FR", "agent", "a1")));
        feed.tell(tenant, "tag.interval", Facts.tag(tenant, "gone", "vip", "2026-06-05T00:00:00Z", null));
        feed.tell(tenant, "order.recorded", Facts.order(tenant, "o", "gone", "2026-06-05T00:00:00Z"));
        feed.tell(tenant, "customer.alias", Map.of("from", id(tenant, "stays"), "to", id(tenant, "gone")));
        Api.ingest(
                tenant,
                List.of(
                        Api.event("2", "gone", "A", "2026-06-03T00:00:00Z"),
                        Api.event("3", "stays", "A", "2026-06-03T00:00:00Z")));

        assertThat(result(tenant)).isEqualTo("1 0 1");
        assertThat(Rows.asApp(tenant, "SELECT external_id FROM customer")).containsExactly("stays");
        for (String table : List.of("event", "tag_interval", "former_care", "dimension_value")) {
            assertThat(Rows.asApp(
                            tenant,
                            "SELECT count(*) FROM " + table + " WHERE customer_id = '" + id(tenant, "gone") + "'"))
                    .as(table)
                    .containsExactly("0");
        }
        assertThat(Rows.asApp(tenant, "SELECT event ->> 'customer' FROM dead_letter"))
                .containsExactly("stays");
        assertThat(Rows.asApp(tenant, "SELECT count(*) FROM erased_customer")).containsExactly("1");
        assertThat(Rows.asApp(
                        tenant,
                        "SELECT count(*) FROM erased_customer WHERE digest = sha256(uuid_send('" + id(tenant, "gone")
                                + "'))"))
                .containsExactly("0");
    }

    @Test
    void forgetsLettersOfThePersonAndOfNobodyWhoseFactsHoldTheSameWord() {
        String tenant = "er-letters";
        Api.ingest(
                tenant,
                List.of(
                        Api.event("1", "42", "A", "2026-06-02T00:00:00Z"),
                        Api.event("2", "stays", "A", "2026-06-02T00:00:00Z")));
        for (String gone : List.of(
                "{\"customer\": 42}",
                "{\"customer\": \"42\", \"externalId\": \"o-1\"}",
                "{\"lines\": [{\"customerId\": [\"41\", 42]}]}",
                "{\"note\": [\"" + id(tenant, "42").toUpperCase(Locale.ROOT) + "\"]}")) {
            setAside(tenant, "order.recorded", gone);
        }
        setAside(tenant, "customer.changed", "{\"externalId\": 42, \"id\": \"none\"}");
        setAside(tenant, "customer.alias", "{\"from\": \"42\", \"to\": \"stays\"}");
        setAside(tenant, "customer.alias.undone", "{\"id\": \"stays\", \"members\": [\"41\", \"42\"]}");
        for (String stays : List.of(
                "{\"kept\": \"order\", \"customer\": \"stays\", \"externalId\": \"42\", \"id\": \"42\", \"campaign\": 42}",
                "{\"kept\": \"longer\", \"customer\": \"420\", \"customerId\": 4.2}")) {
            setAside(tenant, "order.recorded", stays);
        }
        setAside(
                tenant,
                "customer.changed",
                "{\"kept\": \"agent\", \"externalId\": \"stays\", \"agent\": \"42\", \"values\": [{\"value\": \"42\"}]}");
        setAside(tenant, "label.changed", "{\"kept\": \"label\", \"externalId\": \"42\", \"name\": \"42\"}");
        setAside(tenant, "organisation.changed", "42");

        erase(tenant, "42");

        assertThat(Rows.asApp(tenant, "SELECT coalesce(event ->> 'kept', event #>> '{}') FROM dead_letter"))
                .containsExactlyInAnyOrder("order", "longer", "agent", "label", "42");
    }

    @Test
    void erasesWithAPersonThoseWhoWereMergedIntoThem() {
        String tenant = "er-merged";
        Api.ingest(
                tenant,
                List.of(
                        Api.event("1", "x", "A", "2026-06-02T00:00:00Z"),
                        Api.event("2", "y", "B", "2026-06-03T00:00:00Z")));
        Api.define(tenant, "f", List.of("A", "B"), Map.of("window", "P7D"));
        feed.tell(tenant, "customer.alias", Map.of("from", id(tenant, "x"), "to", id(tenant, "y")));
        assertThat(result(tenant)).isEqualTo("1 1 0");

        erase(tenant, "y");
        Api.ingest(tenant, List.of(Api.event("3", "x", "A", "2026-06-04T00:00:00Z")));

        assertThat(result(tenant)).isEqualTo("0 0 0");
        assertThat(Rows.asApp(tenant, "SELECT external_id FROM customer")).isEmpty();
    }

    @Test
    void dropsAFactThatArrivesWhileItsPersonIsBeingErased() {
        String tenant = "er-meanwhile";
        Api.ingest(tenant, List.of(Api.event("1", "gone", "A", "2026-06-02T00:00:00Z")));
        CompletableFuture<Void> letGo = new CompletableFuture<>();
        CompletionStage<Void> erased =
                feed.tellUntil(letGo, tenant, "customer.erased", Map.of("id", id(tenant, "gone")));
        until(() -> locks("mode = 'ExclusiveLock' AND granted") > 0);

        CompletableFuture<Void> told = CompletableFuture.runAsync(
                () -> Api.ingest(tenant, List.of(Api.event("2", "gone", "A", "2026-06-03T00:00:00Z"))));
        until(() -> told.isDone() || locks("mode = 'ShareLock' AND NOT granted") > 0);
        letGo.complete(null);
        told.join();
        erased.toCompletableFuture().join();

        assertThat(Rows.asApp(tenant, "SELECT count(*) FROM event")).containsExactly("0");
        assertThat(Rows.asApp(tenant, "SELECT count(*) FROM customer")).containsExactly("0");
    }

    private static long locks(String which) {
        return Long.parseLong(Rows.asSuperuser("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND " + which)
                .get(0));
    }

    private static void until(BooleanSupplier holds) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(patience);
        }
    }

    private void erase(String tenant, String customer) {
        feed.tell(tenant, "customer.erased", Map.of("id", id(tenant, customer)));
    }

    private static String id(String tenant, String customer) {
        return Ids.uuid(tenant, "customer", customer).toString();
    }

    /** As the feed does with an event that it cannot take in. */
    private static void setAside(String tenant, String type, String event) {
        try (Connection connection = PostgresForTests.connect("funnel", "postgres");
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO dead_letter (tenant_id, source, event_id, type, reason, tries, event) VALUES (?, 'test', gen_random_uuid(), ?, 'bad', 1, ?::jsonb)")) {
            statement.setString(1, tenant);
            statement.setString(2, type);
            statement.setString(3, event);
            statement.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static String result(String tenant) {
        JsonNode result = GraphqlClient.as(TokenForTests.of(tenant, "executive", "customer:read"))
                .data(RESULT)
                .at("/funnel/result");
        return result.get("entered").asText() + " " + result.get("converted").asText() + " "
                + result.at("/steps/0/droppedCustomers/totalCount").asText();
    }
}
