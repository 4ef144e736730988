package io.tideline.survey.show;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static io.tideline.survey.ServiceForTests.links;
import static io.tideline.survey.ServiceForTests.shownTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.ServiceForTests.MintedLink;
import io.tideline.survey.link.KeysForTests;
import io.tideline.test.PostgresForTests;
import io.tideline.test.ServiceTestResource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SV-21, with a quota that a test can fill: all but one complete, three in progress. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class QuotaIT {
    private static final int MOST = 5;
    private static final List<String> IN_PROGRESS = List.of("p-1", "p-2", "p-3");

    @ParameterizedTest
    @CsvSource({"false, 200 200 200", "true, 200 409 409"})
    void thoseInProgressMayFinishOrTheFirstOneWins(boolean hard, String statuses) {
        String survey = publish("quota-" + hard, MOST, hard);
        Stream.of("done-1", "done-2", "done-3", "done-4").forEach(one -> finish(survey, one));
        tell(survey, "p-1", "shown");
        tell(survey, "p-2", "started");
        answer(Map.of("survey", survey, "response", "p-3", "score", 3, "final", false));
        boolean before = isShown(survey);

        List<String> finished =
                IN_PROGRESS.stream().map(one -> finish(survey, one)).toList();
        String late = finish(survey, "late");

        assertThat(before).isTrue();
        assertThat(String.join(" ", finished)).isEqualTo(statuses);
        assertThat(late).isEqualTo("409");
        assertThat(isShown(survey)).isFalse();
        assertThat(finish(survey, "p-1")).isEqualTo("200");
        assertThat(counted("quota-" + hard)).isEqualTo(hard ? MOST + 1 : MOST + 2);
    }

    @Test
    void aCopyThatWasShownOnlyAfterwardsIsLate() {
        String survey = publish("quota-late", 1, false);
        finish(survey, "first");
        tell(survey, "second", "shown");

        Response refused = answer(Map.of("survey", survey, "response", "second", "score", 3));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("QUOTA_REACHED");
    }

    @Test
    void manyAtOnceAreNotOneTooMany() {
        String survey = publish("quota-race", 7, true);

        List<String> statuses = IntStream.range(0, 30)
                .parallel()
                .mapToObj(number -> finish(survey, "race-" + number))
                .toList();

        assertThat(statuses.stream().filter("200"::equals)).hasSize(7);
        assertThat(statuses.stream().filter("409"::equals)).hasSize(23);
    }

    @Test
    void aTwinOfTheLastOneIsToldThatItCounts() {
        String survey = publish("quota-twins", 1, true);

        List<String> statuses = IntStream.range(0, 12)
                .parallel()
                .mapToObj(number -> finish(survey, "twin"))
                .toList();

        assertThat(statuses).containsOnly("200");
    }

    @Test
    void whatWasToldOnceIsToldAgain() {
        answer(Map.of("survey", publish("quota-again", 0, true), "response", "before", "score", 3));
        String survey = publish("quota-again", 2, true);
        Map<String, ?> part = Map.of("survey", survey, "response", "part", "score", 2, "final", false);
        answer(part);
        Map<String, ?> counted = Map.of("survey", survey, "response", "whole", "score", 4, "customer", "claimed");
        answer(counted);
        finish(survey, "last");

        assertThat(finish(survey, "refused")).isEqualTo("409");
        assertThat(finish(survey, "refused")).isEqualTo("409");
        assertThat(finish(survey, "before")).isEqualTo("200");
        assertThat(answer(part).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(answer(counted).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(answer(Map.of("survey", survey, "response", "part", "comment", "more", "final", false))
                        .statusCode())
                .isEqualTo(409);
        assertThat(told("SELECT claimed_customer FROM response WHERE response_key = 'whole'"))
                .isEqualTo("claimed");
        assertThat(told("SELECT count(*)::text FROM response WHERE response_key = 'refused'"))
                .isEqualTo("0");
    }

    @Test
    void machinesAndImportsTakeNoPlaceAndAClosedSurveyKeepsItsCount() {
        String survey = publish("quota-places", 2, true);
        finish(survey, "one");
        answer(Map.of("survey", survey, "response", "machine", "score", 5, "website", "https://spam.example"));
        ingest("quotas", "responses", List.of(Map.of("survey", "quota-places", "response", "imported", "score", 5)));
        boolean room = isShown(survey);
        finish(survey, "two");

        as("quotas", "operations")
                .data(
                        "mutation($input: CloseSurveyInput!) { closeSurvey(input: $input) { survey { status } } }",
                        Map.of(
                                "input",
                                Map.of("survey", GlobalId.of("Survey", Ids.uuid("quotas", "survey", "quota-places")))));
        publish("quota-places", 2, true);

        assertThat(room).isTrue();
        assertThat(isShown(survey)).isFalse();
        assertThat(finish(survey, "three")).isEqualTo("409");
        publish("quota-places", 3, true);
        assertThat(finish(survey, "three")).isEqualTo("200");
        assertThat(finish(survey, "four")).isEqualTo("409");
    }

    @Test
    void whoWasAskedBeforeAQuotaWasLoweredMayFinish() {
        String survey = publish("quota-lower", 9, false);
        finish(survey, "one");
        finish(survey, "two");
        tell(survey, "asked", "shown");

        publish("quota-lower", 1, false);
        tell(survey, "late", "shown");

        assertThat(finish(survey, "asked")).isEqualTo("200");
        assertThat(finish(survey, "late")).isEqualTo("409");
    }

    @Test
    void aQuotaThatIsTakenAwayCountsNoMore() {
        String survey = publish("quota-gone", 1, true);
        finish(survey, "first");

        publish("quota-gone", 0, true);

        assertThat(finish(survey, "second")).isEqualTo("200");
        assertThat(isShown(survey)).isTrue();
        assertThat(as("quotas", "operations")
                        .data("{ survey(key: \"quota-gone\") { quota { most } } }")
                        .at("/survey/quota")
                        .isNull())
                .isTrue();
    }

    /** The page of a link opens for as long as the door takes its answer, and no longer. */
    @ParameterizedTest
    @CsvSource({"false, shown shown QUOTA, 200 200 409", "true, QUOTA QUOTA QUOTA, 409 409 409"})
    void aLinkIsShownWhileItsAnswerIsTaken(boolean hard, String shown, String statuses) {
        String key = "quota-links-" + hard;
        String survey = publish(key, 1, hard);
        KeysForTests.only("quotas");
        List<MintedLink> links = links("quotas", key, "q-seen", "q-begun", "q-late");
        tell(survey, links.get(0), "shown");
        answer(Map.of(
                "survey",
                survey,
                "response",
                "x",
                "score",
                3,
                "final",
                false,
                "signed",
                links.get(1).token()));

        finish(survey, "the-only-one");
        tell(survey, links.get(2), "shown");

        assertThat(links.stream().map(link -> state(survey, link)).collect(Collectors.joining(" ")))
                .isEqualTo(shown);
        assertThat(links.stream()
                        .map(link -> answer(
                                        Map.of("survey", survey, "response", "x", "score", 3, "signed", link.token()))
                                .statusCode())
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(statuses);
    }

    private static String state(String survey, MintedLink link) {
        var body = shownTo(link.token(), survey).jsonPath();
        return body.getBoolean("show") ? "shown" : body.getString("reason");
    }

    private static void tell(String survey, MintedLink link, String event) {
        given().contentType("application/json")
                .body(Map.of("survey", survey, "response", link.response(), "event", event, "signed", link.token()))
                .post("/w/v1/events")
                .then()
                .statusCode(200);
    }

    private static String told(String sql) {
        try (Connection connection = PostgresForTests.connect("survey", "postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "nothing";
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String publish(String key, int most, boolean hard) {
        JsonNode made = as("quotas", "operations")
                .data(
                        "mutation($input: PublishSurveyInput!) { publishSurvey(input: $input) { survey { publicKey } userErrors { code } } }",
                        Map.of(
                                "input",
                                Map.of("key", key, "type", "csat.5", "quota", Map.of("most", most, "hard", hard))));
        return made.at("/publishSurvey/survey/publicKey").asText();
    }

    private static String finish(String survey, String response) {
        return String.valueOf(answer(Map.of("survey", survey, "response", response, "score", 3))
                .statusCode());
    }

    private static void tell(String survey, String response, String event) {
        given().contentType("application/json")
                .body(Map.of("survey", survey, "response", response, "event", event))
                .post("/w/v1/events")
                .then()
                .statusCode(200);
    }

    private static boolean isShown(String survey) {
        var body = given().get("/w/v1/surveys/" + survey).jsonPath();
        boolean shown = body.getBoolean("show");
        assertThat(body.getString("reason")).isEqualTo(shown ? null : "QUOTA");
        return shown;
    }

    /** Answers that scores see: those that were begun, too. */
    private static int counted(String survey) {
        return as("quotas", "executive")
                .data("{ satisfaction(period: {from: \"2026-01-01\", to: \"2100-01-01\"}, surveys: [\""
                        + GlobalId.of("Survey", Ids.uuid("quotas", "survey", survey))
                        + "\"]) { csat { sampleSize } } }")
                .at("/satisfaction/csat/sampleSize")
                .asInt();
    }
}
