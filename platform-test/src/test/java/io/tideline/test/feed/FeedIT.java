package io.tideline.test.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedApplier;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.Outbox;
import io.tideline.platform.feed.OutboxEvent;
import io.tideline.platform.sql.Database;
import io.tideline.test.PostgresForTests;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "feedtest"))
class FeedIT {
    private static final AtomicInteger CURSOR = new AtomicInteger();

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    @Inject
    FeedApplier applier;

    @Test
    void appliesEachEventOnceHoweverOftenItComes() throws SQLException {
        List<FeedEvent> events = List.of(event("once", "a"), event("once", "b"));

        applier.apply("source", events).await().indefinitely();
        applier.apply("source", events).await().indefinitely();

        assertThat(column("SELECT text FROM told WHERE tenant_id = 'once' ORDER BY place"))
                .containsExactly("a", "b");
    }

    @Test
    void setsAPoisonEventAsideAndGoesOn() throws SQLException {
        FeedEvent poison = new FeedEvent(
                cursor(),
                UUID.randomUUID(),
                "poison",
                "test.told",
                "x",
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                JsonNodeFactory.instance.objectNode());

        applier.apply("source", List.of(event("poison", "before"), poison, event("poison", "after")))
                .await()
                .indefinitely();

        assertThat(column("SELECT text FROM told WHERE tenant_id = 'poison' ORDER BY place"))
                .containsExactly("before", "after");
        assertThat(column("SELECT event_id || ' ' || tries FROM dead_letter WHERE tenant_id = 'poison'"))
                .containsExactly(poison.id() + " 3");
    }

    @Test
    void keepsTenantsApartInOneRead() throws SQLException {
        applier.apply("source", List.of(event("left", "1"), event("right", "2"), event("left", "3")))
                .await()
                .indefinitely();

        assertThat(column("SELECT text FROM told WHERE tenant_id = 'left' ORDER BY place"))
                .containsExactly("1", "3");
        assertThat(column("SELECT text FROM told WHERE tenant_id = 'right'")).containsExactly("2");
    }

    @Test
    void losesNothingOfWritersThatCommitOutOfOrder() throws IOException {
        int writers = 40;
        String after = read("0-0", 0).get("next").asText();
        List<Uni<Void>> writes =
                IntStream.range(0, writers).mapToObj(this::slowWrite).toList();
        List<String> seen = new ArrayList<>();
        var done = Uni.join().all(writes).andFailFast().subscribeAsCompletionStage();
        while (!done.isDone()) {
            after = collect(after, seen);
        }
        for (int looks = 0; looks < 3; looks++) {
            after = collect(after, seen);
        }

        assertThat(seen).hasSize(writers).doesNotHaveDuplicates();
    }

    /** Transactions 9 and 10, 99 and 100: by their text the longer ones would come first, and a page between them would leave the others out for good. */
    @Test
    void readsInTheOrderOfTheNumbersOfTransactions() throws IOException, SQLException {
        List<String> told = new ArrayList<>();
        for (String transaction : List.of("9", "10", "99", "100")) {
            told.addAll(column(
                    "INSERT INTO outbox (tenant_id, event_id, xid, type, aggregate, occurred_at, data) VALUES ('order', gen_random_uuid(), '"
                            + transaction + "', 'test.said', 'x', now(), '{}') RETURNING event_id"));
        }
        List<String> seen = new ArrayList<>();
        String after = "0-0";
        for (int page = 0; page < 2; page++) {
            JsonNode read = read(after, 0, 2);
            read.get("events").forEach(event -> seen.add(event.get("id").asText()));
            after = read.get("next").asText();
        }
        JsonNode rest = read(after, 0, 1000);
        byte[] state = given().auth()
                .oauth2(TokenForTests.of("acme", "service").sign())
                .get("/feed/state")
                .asByteArray();

        assertThat(seen).isEqualTo(told);
        assertThat(new ObjectMapper().readTree(state).get("head")).isEqualTo(rest.get("next"));
    }

    @Test
    void tellsTheSameFactOnce() throws IOException {
        String after = read("0-0", 0).get("next").asText();
        OutboxEvent fact = OutboxEvent.of("test.said", "x", Instant.EPOCH, Map.of("text", "hello"));
        database.write("twice", tx -> outbox.append(tx, "twice", List.of(fact)))
                .await()
                .indefinitely();
        database.write("twice", tx -> outbox.append(tx, "twice", List.of(fact)))
                .await()
                .indefinitely();
        List<String> seen = new ArrayList<>();
        collect(after, seen);

        assertThat(seen.stream().filter(fact.id().toString()::equals)).hasSize(1);
    }

    @Test
    void onlyAServiceMayReadTheFeed() {
        assertThat(given().get("/feed").statusCode()).isEqualTo(401);
        assertThat(given().auth()
                        .oauth2(TokenForTests.of("acme", "executive", "admin").sign())
                        .get("/feed")
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().auth()
                        .oauth2(TokenForTests.of("acme", "service").sign())
                        .get("/feed?after=1;2")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTenantDoesNotSeeTheOutboxOfAnotherWithoutTheFeedsOwnSetting() {
        database.write(
                        "hidden",
                        tx -> outbox.append(
                                tx, "hidden", List.of(OutboxEvent.of("test.said", "x", Instant.EPOCH, Map.of()))))
                .await()
                .indefinitely();

        Long others = database.query("someone", "SELECT count(*) AS n FROM outbox", Tuple.tuple())
                .map(rows -> rows.iterator().next().getLong("n"))
                .await()
                .indefinitely();

        assertThat(others).isZero();
    }

    private Uni<Void> slowWrite(int number) {
        String pause = String.valueOf((number % 5) * 0.02);
        return database.write("slow", tx -> outbox.append(
                        tx, "slow", List.of(OutboxEvent.of("test.said", "x", Instant.EPOCH, Map.of("number", number))))
                .flatMap(said ->
                        tx.query("SELECT pg_sleep(" + pause + ")").execute().replaceWithVoid()));
    }

    private static String collect(String after, List<String> seen) throws IOException {
        JsonNode page = read(after, 1);
        page.get("events").forEach(event -> seen.add(event.get("id").asText()));
        return page.get("next").asText();
    }

    private static JsonNode read(String after, int wait) throws IOException {
        return read(after, wait, 1000);
    }

    private static JsonNode read(String after, int wait, int limit) throws IOException {
        byte[] body = given().auth()
                .oauth2(TokenForTests.of("acme", "service").sign())
                .get("/feed?limit=" + limit + "&after=" + after + "&wait=" + wait)
                .asByteArray();
        return new ObjectMapper().readTree(body);
    }

    private static FeedEvent event(String tenant, String text) {
        return new FeedEvent(
                cursor(),
                UUID.randomUUID(),
                tenant,
                "test.told",
                text,
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                JsonNodeFactory.instance.objectNode().put("text", text));
    }

    private static String cursor() {
        return "1-" + CURSOR.incrementAndGet();
    }

    private static List<String> column(String sql) throws SQLException {
        try (Connection connection = PostgresForTests.connect("feedtest", "postgres");
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
