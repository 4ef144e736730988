package io.tideline.survey.door;

import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.tideline.platform.sql.Database;
import io.tideline.test.PostgresForTests;
import io.tideline.test.ServiceTestResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Crowds: one answer sent by a thousand clients at once, and boards that leave no connection free. */
@QuarkusTest
@TestProfile(DoorCrowdIT.Wide.class)
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class DoorCrowdIT {
    private static final int CROWD = 1_000;
    private static final int HEAVY_QUERIES = 100;
    private static final int ANSWERS = 200;
    private static final int WINDOWS = 3;
    private static final double MOST_TIMES_SLOWER = 2;
    /** Shorter times are the machine's whims, in seconds. */
    private static final double SHORT = 0.025;

    private static final long LATCH = 20_260_306L;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Inject
    Database boards;

    @Inject
    Pool pool;

    /** Rates that a thousand clients of one network do not use up. */
    public static class Wide implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tideline.door.per-network-burst", "100000", "tideline.door.per-survey-burst", "100000");
        }
    }

    /** Those for whom the door has no place are told to come back; all others get the one answer, and one of them made it. */
    @Test
    void oneIdFromAThousandClientsIsOneAnswer() throws SQLException {
        String survey = publish("acme", "crowd", "csat.5");
        String body = "{\"survey\":\"" + survey + "\",\"response\":\"crowd-one\",\"score\":5}";
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, CROWD)
                .mapToObj(number -> client.sendAsync(request(body), HttpResponse.BodyHandlers.ofString()))
                .toList();
        List<HttpResponse<String>> taken = sent.stream()
                .map(CompletableFuture::join)
                .filter(response -> response.statusCode() == 200)
                .toList();

        assertThat(sent)
                .allSatisfy(response -> assertThat(response.join().statusCode()).isIn(200, 429, 503));
        Set<String> bodies = taken.stream().map(HttpResponse::body).collect(Collectors.toSet());
        assertThat(bodies).hasSize(1);
        assertThat(taken.stream()
                        .filter(one ->
                                one.headers().firstValue("Idempotency-Replayed").isEmpty()))
                .hasSize(1);
        assertThat(rows("crowd-one")).isEqualTo(1);
    }

    /** Windows of quiet and of boards that hold every connection of theirs, turns about. */
    @Test
    void answersAreTakenWhileBoardsWaitForConnections() throws Exception {
        String survey = publish("acme", "bulkhead", "csat.5");
        secondsOf(survey);
        List<Double> quiet = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        for (int window = 0; window < WINDOWS; window++) {
            quiet.add(secondsOf(survey));
            beside.add(secondsBesideBoards(survey));
        }

        assertThat(median(beside) / Math.max(median(quiet), SHORT))
                .as("p99 %s s, quiet %s s", beside, quiet)
                .isLessThan(MOST_TIMES_SLOWER);
    }

    private double secondsBesideBoards(String survey) throws Exception {
        SqlConnection holder = pool.getConnection().await().indefinitely();
        run(holder, "SELECT pg_advisory_lock($1)");
        List<CompletableFuture<?>> queries = IntStream.range(0, HEAVY_QUERIES)
                .<CompletableFuture<?>>mapToObj(
                        number -> boards.query("acme", "SELECT pg_advisory_xact_lock_shared($1)", Tuple.of(LATCH))
                                .subscribeAsCompletionStage())
                .toList();
        double seconds = secondsOf(survey);
        assertThat(queries).noneMatch(CompletableFuture::isDone);
        run(holder, "SELECT pg_advisory_unlock($1)");
        holder.close().await().indefinitely();
        assertThat(queries).allSatisfy(query -> assertThat(query.join()).isNotNull());
        return seconds;
    }

    /** Time within which 99 of a hundred answers were taken, and all were; in seconds. */
    private double secondsOf(String survey) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int number = 0; number < ANSWERS; number++) {
            HttpRequest request =
                    request("{\"survey\":\"" + survey + "\",\"response\":\"" + UUID.randomUUID() + "\",\"score\":5}");
            long start = System.nanoTime();
            HttpResponse<String> taken = client.send(request, HttpResponse.BodyHandlers.ofString());
            seconds.add((System.nanoTime() - start) / 1e9);
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        }
        return seconds.stream().sorted().toList().get(ANSWERS * 99 / 100 - 1);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static HttpRequest request(String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + "/w/v1/responses"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static void run(SqlConnection connection, String sql) {
        connection.preparedQuery(sql).execute(Tuple.of(LATCH)).await().indefinitely();
    }

    private static int rows(String response) throws SQLException {
        try (Connection connection = PostgresForTests.connect("survey", "postgres");
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*) FROM response r JOIN response_part p USING (tenant_id, response_id) WHERE r.response_key = ?")) {
            statement.setString(1, response);
            try (ResultSet count = statement.executeQuery()) {
                return count.next() ? count.getInt(1) : 0;
            }
        }
    }
}
