package io.tideline.survey.response;

import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.tideline.survey.door.SolverForTests;
import io.tideline.survey.link.KeysForTests;
import io.tideline.survey.link.SignerForTests;
import io.tideline.test.PostgresForTests;
import io.tideline.test.ServiceTestResource;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A crowd at the quota of one survey: it gets exactly its answers, and others get theirs meanwhile. */
@QuarkusTest
@TestProfile(CheckedCrowdIT.Patient.class)
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class CheckedCrowdIT {
    private static final int CROWD = 60;
    private static final int UNDER_WAY = 2;
    private static final int WAITING = 16;
    private static final int VISITORS_UNDER_WAY = 2;
    private static final int VISITORS_WAITING = 16;
    private static final int PLACES = 10;
    private static final int OTHERS = 20;

    private static final String ANSWERS = "/w/v1/responses";
    private static final Duration HOUR = Duration.ofHours(1);

    private final BlockingQueue<HttpResponse<String>> arrived = new LinkedBlockingQueue<>();
    private final List<CompletableFuture<Boolean>> sent = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Nobody gives up while the test holds a lock. */
    public static class Patient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tideline.door.deadline", "120s",
                    "quarkus.datasource.door.reactive.additional-properties.statement_timeout", "120000");
        }
    }

    @Test
    void oneSurveyThatIsFloodedLeavesTheOthersTheirConnections() throws Exception {
        String flooded = counted("crowd-flooded", PLACES);
        String calm = counted("crowd-calm", OTHERS);
        String plain = publish("crowds", "crowd-plain", "csat.5");

        try (Connection holder = PostgresForTests.connect("survey", "postgres")) {
            holder.setAutoCommit(false);
            hold(holder, "crowd-flooded");
            flood(flooded);
            List<HttpResponse<String>> turnedAway = take(CROWD - UNDER_WAY - WAITING);
            List<Integer> others = IntStream.range(0, OTHERS)
                    .boxed()
                    .flatMap(number -> Stream.of(status(calm, number), status(plain, number)))
                    .toList();

            assertThat(turnedAway).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.body()).contains("PROOF_NEEDED", "challenge");
            });
            assertThat(others).isEqualTo(Collections.nCopies(2 * OTHERS, 200));
            assertThat(status(calm, OTHERS)).isEqualTo(409);
            assertThat(waiting()).isLessThanOrEqualTo(UNDER_WAY);
            assertThat(sent.stream().filter(CompletableFuture::isDone)).hasSize(CROWD - UNDER_WAY - WAITING);
            holder.commit();
        }
        List<Integer> rest =
                take(UNDER_WAY + WAITING).stream().map(HttpResponse::statusCode).toList();

        assertThat(Collections.frequency(rest, 200)).isEqualTo(PLACES);
        assertThat(Collections.frequency(rest, 409)).isEqualTo(UNDER_WAY + WAITING - PLACES);
    }

    @Test
    void forgedTokensTakeNoPlaceAndWorkGetsOne() throws Exception {
        String survey = counted("crowd-worked", CROWD);
        SignerForTests signer = KeysForTests.only("crowds");
        String forged = new SignerForTests(signer.keyId(), "guessed").person("c-crowd", HOUR);

        assertThat(answer(body(survey, "known")
                                .put("signed", signer.person("c-crowd", HOUR))
                                .getMap())
                        .statusCode())
                .isEqualTo(200);
        try (Connection holder = PostgresForTests.connect("survey", "postgres")) {
            holder.setAutoCommit(false);
            hold(holder, "crowd-worked");
            List.of("x", forged).forEach(token -> IntStream.range(0, CROWD)
                    .forEach(number -> send(ANSWERS, body(survey, "g" + number).put("signed", token))));
            List<HttpResponse<String>> garbage = take(2 * CROWD);
            flood(survey);
            take(CROWD - UNDER_WAY - WAITING);
            JsonObject signed = body(survey, "meant").put("signed", signer.person("c-meant", HOUR));
            JsonPath asked = answer(signed.getMap()).jsonPath();
            send(
                    ANSWERS,
                    signed.put("proof", SolverForTests.solve(asked.getString("challenge"), asked.getInt("bits"))));

            assertThat(garbage)
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(401));
            assertThat(status(survey, CROWD)).isEqualTo(429);
            assertThat(arrived).isEmpty();
            holder.commit();
        }

        assertThat(take(UNDER_WAY + WAITING + 1))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
    }

    @Test
    void signedVisitorsTakeFewConnections() throws Exception {
        String survey = published("crowd-shown", "target", Map.of("tags", List.of("vip")));
        String plain = publish("crowds", "crowd-answered", "csat.5");
        SignerForTests signer = KeysForTests.only("crowds");

        try (Connection holder = PostgresForTests.connect("survey", "postgres");
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE customer_tag IN ACCESS EXCLUSIVE MODE");
            IntStream.range(0, CROWD)
                    .forEach(number -> send(
                            "/w/v1/surveys/" + survey,
                            new JsonObject().put("signed", signer.person("c-" + number, HOUR))));
            List<HttpResponse<String>> turnedAway = take(CROWD - VISITORS_UNDER_WAY - VISITORS_WAITING);

            assertThat(turnedAway).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            });
            assertThat(waiting()).isLessThanOrEqualTo(VISITORS_UNDER_WAY);
            assertThat(status(plain, 1)).isEqualTo(200);
            holder.commit();
        }

        assertThat(take(VISITORS_UNDER_WAY + VISITORS_WAITING))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
    }

    private void flood(String survey) {
        IntStream.range(0, CROWD).forEach(number -> send(ANSWERS, body(survey, "f" + number)));
    }

    private void send(String path, JsonObject body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                .build();
        sent.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(arrived::add));
    }

    private static JsonObject body(String survey, String response) {
        return new JsonObject().put("survey", survey).put("response", response).put("score", 5);
    }

    private List<HttpResponse<String>> take(int number) throws InterruptedException {
        List<HttpResponse<String>> taken = new ArrayList<>();
        while (taken.size() < number) {
            taken.add(arrived.take());
        }
        return taken;
    }

    private static int status(String survey, int number) {
        return answer(body(survey, "o" + number).getMap()).statusCode();
    }

    private static String counted(String key, int places) {
        return published(key, "quota", Map.of("most", places, "hard", true));
    }

    private static String published(String key, String part, Map<String, ?> content) {
        return as("crowds", "operations")
                .data(
                        "mutation($input: PublishSurveyInput!) { publishSurvey(input: $input) { survey { publicKey } } }",
                        Map.of("input", Map.of("key", key, "type", "csat.5", part, content)))
                .at("/publishSurvey/survey/publicKey")
                .asText();
    }

    private static void hold(Connection holder, String key) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute("SELECT FROM survey_quota q JOIN survey s USING (tenant_id, survey_id) WHERE s.key = '"
                    + key + "' FOR UPDATE OF q");
        }
    }

    /** Transactions that wait for a lock. */
    private static int waiting() throws SQLException {
        try (Connection connection = PostgresForTests.connect("survey", "postgres");
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted")) {
            return count.next() ? count.getInt(1) : 0;
        }
    }
}
