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
import io.tideline.test.PostgresForTests;
import io.tideline.test.ServiceTestResource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
    private static final int WAITING = 32;
    private static final int PLACES = 10;
    private static final int OTHERS = 20;

    private final BlockingQueue<HttpResponse<String>> arrived = new LinkedBlockingQueue<>();

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
            List<CompletableFuture<Boolean>> sent = flood(flooded);
            List<HttpResponse<String>> turnedAway = take(CROWD - UNDER_WAY - WAITING);
            List<Integer> others = IntStream.range(0, OTHERS)
                    .boxed()
                    .flatMap(number -> Stream.of(status(calm, number), status(plain, number)))
                    .toList();

            assertThat(turnedAway).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
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

    private List<CompletableFuture<Boolean>> flood(String survey) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return IntStream.range(0, CROWD)
                .mapToObj(number -> HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + RestAssured.port + "/w/v1/responses"))
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"survey\":\"" + survey + "\",\"response\":\"f" + number + "\",\"score\":5}"))
                        .build())
                .map(request -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                        .thenApply(arrived::add))
                .toList();
    }

    private List<HttpResponse<String>> take(int number) throws InterruptedException {
        List<HttpResponse<String>> taken = new ArrayList<>();
        while (taken.size() < number) {
            taken.add(arrived.take());
        }
        return taken;
    }

    private static int status(String survey, int number) {
        return answer(Map.of("survey", survey, "response", "o" + number, "score", 5))
                .statusCode();
    }

    private static String counted(String key, int places) {
        return as("crowds", "operations")
                .data(
                        "mutation($input: PublishSurveyInput!) { publishSurvey(input: $input) { survey { publicKey } } }",
                        Map.of(
                                "input",
                                Map.of("key", key, "type", "csat.5", "quota", Map.of("most", places, "hard", true))))
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
