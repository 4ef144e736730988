package io.tideline.survey.door;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tideline.test.ServiceTestResource;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a survey takes that more come to than it takes. */
@QuarkusTest
@TestProfile(FloodIT.Flooded.class)
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class FloodIT {
    private static final int BURST = 5;
    private static final int BURST_OF_TENANT = 40;
    private static final int PER_PROOF = 10;

    /** A survey so narrow that a test can flood it. */
    public static class Flooded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "tideline.door.per-survey-burst", String.valueOf(BURST),
                    "tideline.door.per-survey-per-second", "0.001",
                    "tideline.door.per-tenant-burst", String.valueOf(BURST_OF_TENANT),
                    "tideline.door.per-tenant-per-second", "0.001",
                    "tideline.door.proof-bits", "10");
        }
    }

    @Test
    void anAnswerThatWasWorkedForIsTakenAndOthersAreAskedToWork() {
        String survey = flooded("flood");
        Response refused = answer(body(survey, "honest", null));
        String proof = solved(refused);

        Response taken = answer(body(survey, "honest", proof));
        Response again = answer(body(survey, "honest", proof));
        Response other = answer(body(survey, "other", proof));
        Response later = answer(body(survey, "honest", null));

        assertAsked(refused);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
        assertThat(taken.header("Idempotency-Replayed")).isNull();
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertAsked(other);
        assertAsked(later);
    }

    @Test
    void aSurveyThatIsNotFloodedAsksForNothing() {
        String flooded = flooded("flood-here");
        String quiet = publish("flood-here", "flood-not-here", "csat.5");

        assertAsked(answer(body(flooded, "here", null)));
        assertThat(answer(body(quiet, "there", null)).statusCode()).isEqualTo(200);
        assertThat(answer(body(quiet, "with-what-nobody-asked-for", "x")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void allSurveysOfAFloodedOrganisationAskForWorkAndThoseOfOthersDoNot() {
        for (int number = 0; number < BURST_OF_TENANT / BURST; number++) {
            flooded("flood-all", "flood-" + number);
        }
        String survey = publish("flood-all", "flood-last", "csat.5");
        String others = publish("flood-none", "flood-last", "csat.5");

        Response refused = answer(body(survey, "last", null));

        assertAsked(refused);
        assertThat(answer(body(survey, "last", solved(refused))).statusCode()).isEqualTo(200);
        assertThat(answer(body(others, "last", null)).statusCode()).isEqualTo(200);
    }

    @Test
    void aProofIsGoodForTenRequestsHoweverManyLimitsTheyMeet() {
        String survey = IntStream.range(0, BURST_OF_TENANT / BURST)
                .mapToObj(number -> flooded("flood-both", "flood-" + number))
                .reduce((before, last) -> last)
                .orElseThrow();
        String proof = solved(answer(body(survey, "both", null)));

        List<Integer> taken = IntStream.range(0, PER_PROOF)
                .mapToObj(number -> answer(body(survey, "both", proof)).statusCode())
                .toList();

        assertThat(taken).isEqualTo(Collections.nCopies(PER_PROOF, 200));
    }

    @Test
    void workIsForAnswersAndOneProofIsNotGoodForever() {
        String survey = flooded("flood-again");
        String proof = solved(answer(body(survey, "often", null)));

        Response last = IntStream.range(0, 30)
                .mapToObj(number -> answer(body(survey, "often", proof)))
                .reduce((before, after) -> after)
                .orElseThrow();
        Response told = given().contentType("application/json")
                .body(Map.of("survey", survey, "response", "often", "event", "shown"))
                .post("/w/v1/events");

        assertThat(List.of(last, told)).allSatisfy(refused -> {
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.jsonPath().getString("code")).isEqualTo("RATE_LIMITED");
            assertThat(refused.jsonPath().getString("challenge")).isNull();
        });
    }

    @Test
    void aFloodedSurveyIsStillShownAndOneThatIsLookedAtTooOftenStillTakesAnswers() {
        String flooded = flooded("flood-looks");
        String lookedAt = publish("flood-looks", "looked-at", "csat.5");

        assertAsked(answer(body(flooded, "shown", null)));
        assertThat(look(flooded).jsonPath().getBoolean("show")).isTrue();
        IntStream.range(0, BURST).forEach(number -> look(lookedAt));
        Response tooOften = look(lookedAt);

        assertThat(tooOften.statusCode()).isEqualTo(429);
        assertThat(tooOften.jsonPath().getString("code")).isEqualTo("RATE_LIMITED");
        assertThat(tooOften.jsonPath().getString("challenge")).isNull();
        assertThat(answer(body(lookedAt, "taken", null)).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotSolvedIsAskedAnew() {
        String survey = flooded("flood-forged");
        String challenge = answer(body(survey, "forger", null)).jsonPath().getString("challenge");
        String easier = challenge.replaceFirst("\\.10\\.", ".1.");

        List<Response> refused = List.of(
                answer(body(survey, "forger", SolverForTests.fall(challenge, 9))),
                answer(body(survey, "forger", SolverForTests.solve(easier, 10))),
                answer(body(survey, "forger", "x")));

        assertThat(refused).allSatisfy(FloodIT::assertAsked);
        assertThat(answer(body(survey, "forger", "1".repeat(101))).statusCode()).isEqualTo(400);
    }

    private static Response look(String survey) {
        return given().get("/w/v1/surveys/" + survey);
    }

    private static String flooded(String tenant) {
        return flooded(tenant, "flood");
    }

    /** Takes all that a survey has, and so much of what its organisation has. */
    private static String flooded(String tenant, String key) {
        String survey = publish(tenant, key, "csat.5");
        for (int number = 0; number < BURST; number++) {
            assertThat(answer(body(survey, "flood-" + number, null)).statusCode())
                    .isEqualTo(200);
        }
        return survey;
    }

    private static String solved(Response refused) {
        JsonPath body = refused.jsonPath();
        return SolverForTests.solve(body.getString("challenge"), body.getInt("bits"));
    }

    private static Map<String, Object> body(String survey, String response, @Nullable String proof) {
        JsonObject body =
                new JsonObject().put("survey", survey).put("response", response).put("score", 5);
        return (proof == null ? body : body.put("proof", proof)).getMap();
    }

    private static void assertAsked(Response refused) {
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(429);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("PROOF_NEEDED");
        assertThat(refused.jsonPath().getInt("bits")).isEqualTo(10);
        assertThat(refused.jsonPath().getString("challenge")).contains(".10.");
    }
}
