package io.tideline.survey.response;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tideline.survey.door.DoorPool;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.Statements;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class AnswerDoorIT {
    private static final String TENANT = "acme";

    @Inject
    DoorPool pool;

    private String ten;

    @BeforeEach
    void openSurvey() {
        ten = publish(TENANT, "door-ten", "nps.1_10");
    }

    @Test
    void storesAnAnswerOnceHoweverOftenItIsSent() {
        Map<String, Object> sent = Map.of("survey", ten, "response", fresh(), "score", 9);

        Response first = answer(sent);
        Response again = answer(sent);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    /** SV-17. */
    @Test
    void mergesALaterPartAndKeepsBoth() {
        String response = fresh();

        Response first = answer(Map.of("survey", ten, "response", response, "score", 9));
        Response later = answer(Map.of("survey", ten, "response", response, "score", 9, "comment", "très bien 😀"));
        Response commentAlone = answer(Map.of("survey", ten, "response", response, "comment", "très bien 😀"));

        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(later.header("Idempotency-Replayed")).isNull();
        assertThat(later.asString()).isEqualTo(first.asString());
        assertThat(commentAlone.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(parts(response)).containsExactly("1|9|null", "2|9|très bien 😀");
    }

    @Test
    void refusesAnotherAnswerUnderTheSameId() {
        String response = fresh();
        answer(Map.of("survey", ten, "response", response, "score", 9, "comment", "good"));

        Response otherScore = answer(Map.of("survey", ten, "response", response, "score", 8));
        Response otherComment = answer(Map.of("survey", ten, "response", response, "score", 9, "comment", "bad"));

        assertThat(otherScore.statusCode()).isEqualTo(422);
        assertThat(otherComment.statusCode()).isEqualTo(422);
        assertThat(parts(response)).containsExactly("1|9|good");
    }

    @Test
    void oneIdSentManyTimesAtOnceIsOneAnswer() {
        Map<String, Object> sent = Map.of("survey", ten, "response", fresh(), "score", 7);
        Set<String> answers = ConcurrentHashMap.newKeySet();

        List<Integer> statuses = IntStream.range(0, 60)
                .parallel()
                .mapToObj(number -> answer(sent))
                .peek(answer -> answers.add(answer.asString()))
                .map(Response::statusCode)
                .toList();

        assertThat(statuses).containsOnly(200);
        assertThat(answers).hasSize(1);
        assertThat(parts(String.valueOf(sent.get("response")))).hasSize(1);
    }

    /** SV-09, W04, W14. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "`\"score\": 11`; 400; OUT_OF_SCALE; /score",
                "`\"score\": -1`; 400; OUT_OF_SCALE; /score",
                "`\"score\": 0`; 400; OUT_OF_SCALE; /score",
                "`\"score\": 99999999999999`; 400; INVALID; /score",
                "`\"score\": 100000`; 400; OUT_OF_SCALE; /score",
                "`\"score\": 9.5`; 400; INVALID; /score",
                "`\"score\": \"9\"`; 400; INVALID; /score",
                "`\"score\": null`; 400; MISSING; /score",
                "`\"comment\": \"no score yet\"`; 400; MISSING; /score",
                "`\"score\": 9, \"comment\": \"a\\u0000b\"`; 400; INVALID; /comment",
                "`\"score\": 9, \"comment\": \"a\\ud800b\"`; 400; INVALID; /comment",
                "`\"score\": 9, \"comment\": 5`; 400; INVALID; /comment",
                "`\"score\": 9, \"coment\": \"x\"`; 400; UNKNOWN_FIELD; /coment",
                "`\"score\": 9, \"a/b~c\": 1`; 400; UNKNOWN_FIELD; /a~1b~0c",
                "`\"score\": 9, \"__proto__\": {\"x\": 1}`; 400; UNKNOWN_FIELD; /__proto__",
                "`\"score\": 9, \"constructor\": 1`; 400; UNKNOWN_FIELD; /constructor",
                "`\"score\": 1e400`; 400; INVALID; /score",
                "`\"score\": -2147483648`; 400; OUT_OF_SCALE; /score",
                "`\"score\": NaN`; 400; MALFORMED; ``",
                "`\"score\": 9, \"score\": 9`; 400; MALFORMED; ``",
                "`\"score\": 9, \"answeredAt\": \"yesterday\"`; 400; INVALID; /answeredAt",
                "`\"score\": 9, \"answeredAt\": \"+99999-01-01T00:00:00Z\"`; 400; INVALID; /answeredAt",
                "`\"score\": 9, \"answeredAt\": \"2200-01-01T00:00:00Z\"`; 400; INVALID; /answeredAt",
                "`\"score\": 9, \"version\": 7`; 400; NO_SUCH_VERSION; /version",
                "`\"score\": 9, `; 400; MALFORMED; ``"
            })
    void pointsAtWhatItCannotTake(String fields, int status, String code, String pointer) {
        String body = "{\"survey\": \"" + ten + "\", \"response\": \"" + fresh() + "\", " + fields + "}";

        Response answer = given().contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/w/v1/responses");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        assertThat(answer.jsonPath().getString("pointer")).isEqualTo(pointer == null ? "" : pointer);
    }

    /** SV-09. */
    @Test
    void zeroIsAnAnswerOnTheElevenPointScale() {
        String eleven = publish(TENANT, "door-eleven", "nps.0_10");

        assertThat(answer(Map.of("survey", eleven, "response", fresh(), "score", 0))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesJsonSentAsPlainTextAndTheKeyFromTheHeader() {
        String response = fresh();

        Response beacon = given().contentType("text/plain;charset=UTF-8")
                .body("{\"survey\": \"" + ten + "\", \"response\": \"" + response + "\", \"score\": 10}")
                .post("/w/v1/responses");
        Response byHeader = given().contentType("application/json")
                .header("Idempotency-Key", response)
                .body(Map.of("survey", ten, "score", 10))
                .post("/w/v1/responses");
        Response contradicting = given().contentType("application/json")
                .header("Idempotency-Key", "another")
                .body(Map.of("survey", ten, "score", 10, "response", response))
                .post("/w/v1/responses");

        assertThat(beacon.statusCode()).isEqualTo(200);
        assertThat(byHeader.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(contradicting.statusCode()).isEqualTo(400);
    }

    @Test
    void unknownAndClosedSurveysAreToldApartByNobody() {
        String closing = publish(TENANT, "door-closing", "nps.1_10");
        Map<String, Object> before = Map.of("survey", closing, "response", fresh(), "score", 9);
        answer(before);
        close("door-closing");

        Response closed = answer(Map.of("survey", closing, "response", fresh(), "score", 9));
        Response unknown = answer(Map.of("survey", "A".repeat(22), "response", fresh(), "score", 9));
        Response shown = given().get("/w/v1/surveys/" + closing);

        assertThat(closed.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(closed.asString()).isEqualTo(unknown.asString()).isEqualTo(shown.asString());
        assertThat(answer(before).header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void refusesWhatIsTooLong() {
        String exact = body(16 * 1024);
        String over = body(16 * 1024 + 1);

        assertThat(given().contentType("application/json")
                        .body(exact)
                        .post("/w/v1/responses")
                        .statusCode())
                .isEqualTo(400);
        Response refused = given().contentType("application/json").body(over).post("/w/v1/responses");
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("TOO_LONG");
    }

    @Test
    void believesTimesOfTheLastWeekAndKeepsWhatWasSaid() {
        Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        String late = sentAt(yesterday);
        String ahead = sentAt(Instant.now().plus(11, ChronoUnit.MINUTES));
        String old = sentAt(Instant.now().minus(30, ChronoUnit.DAYS));

        assertThat(time("answered_at = claimed_at", late)).isTrue();
        assertThat(time("answered_at = recorded_at AND claimed_at > recorded_at", ahead))
                .isTrue();
        assertThat(time("answered_at = recorded_at - interval '7 days' AND claimed_at < answered_at", old))
                .isTrue();
    }

    @Test
    void costsOneStatementAndWaitsForTheDisk() {
        String response = fresh();

        Statements seen =
                Statements.during("survey", () -> answer(Map.of("survey", ten, "response", response, "score", 9)));

        assertThat(seen.texts().stream().filter(text -> text.contains("survey_key")))
                .hasSize(1);
        assertThat(seen.onTable("response")).isEqualTo(1);
        assertThat(one("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(one("SHOW statement_timeout")).isEqualTo("5s");
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    private String sentAt(Instant at) {
        String response = fresh();
        Response answer = answer(Map.of("survey", ten, "response", response, "score", 9, "answeredAt", at.toString()));
        assertThat(answer.statusCode()).isEqualTo(200);
        return response;
    }

    private String body(int length) {
        String head = "{\"survey\":\"" + ten + "\",\"response\":\"" + fresh() + "\",\"score\":9,\"comment\":\"";
        return head + "x".repeat(length - head.length() - 2) + "\"}";
    }

    private static void close(String key) {
        String id = as("operations")
                .data("{ survey(key: \"" + key + "\") { id } }")
                .at("/survey/id")
                .asText();
        as("operations")
                .data(
                        "mutation($input: CloseSurveyInput!) { closeSurvey(input: $input) { survey { status } } }",
                        Map.of("input", Map.of("survey", id)));
    }

    private boolean time(String condition, String response) {
        return one("WITH tenant AS MATERIALIZED (SELECT set_config('tideline.tenant', 'acme', true) AS id) SELECT ("
                        + condition
                        + ")::text FROM tenant CROSS JOIN LATERAL (SELECT * FROM response WHERE tenant_id = tenant.id"
                        + " AND response_key = '" + response + "' OFFSET 0) AS r")
                .equals("true");
    }

    private List<String> parts(String response) {
        var rows = pool.run(
                        "WITH tenant AS MATERIALIZED (SELECT set_config('tideline.tenant', 'acme', true) AS id) SELECT found.* FROM tenant CROSS JOIN LATERAL ("
                                + "SELECT p.revision || '|' || p.score || '|' || coalesce(p.comment, 'null') AS part FROM response r"
                                + " JOIN response_part p ON p.tenant_id = r.tenant_id AND p.response_id = r.response_id"
                                + " WHERE r.tenant_id = tenant.id AND r.response_key = $1 ORDER BY p.revision OFFSET 0) AS found",
                        Tuple.of(response))
                .await()
                .indefinitely();
        return java.util.stream.StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("part"))
                .toList();
    }

    private String one(String sql) {
        return pool.run(sql, Tuple.tuple())
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }
}
