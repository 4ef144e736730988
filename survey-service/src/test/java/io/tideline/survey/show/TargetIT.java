package io.tideline.survey.show;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.shownTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.tideline.platform.sql.Ids;
import io.tideline.survey.FeedForTests;
import io.tideline.survey.link.KeysForTests;
import io.tideline.survey.link.SignerForTests;
import io.tideline.test.ServiceTestResource;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where and to whom a survey is shown: the page is told what it has to judge, the service judges who its customers are. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class TargetIT {
    private static final String TENANT = "targets";
    private static final String PUBLISH =
            "mutation($input: PublishSurveyInput!) { publishSurvey(input: $input) { survey { publicKey target { urls delaySeconds markets } } userErrors { code field } } }";

    @Inject
    FeedForTests feed;

    @Test
    void onlyCustomersOfTheSegmentSeeIt() {
        String survey = publish("segmented", Map.of("markets", List.of("DE", "AT")))
                .at("/survey/publicKey")
                .asText();
        SignerForTests signer = KeysForTests.only(TENANT);
        feed.tell("2026-01-01T00:00:00Z", TENANT, "customer.changed", customer("t-de", "DE"), customer("t-fr", "FR"));

        assertThat(reason(signer, survey, "t-de")).isEqualTo("shown");
        assertThat(reason(signer, survey, "t-fr")).isEqualTo("SEGMENT");
        assertThat(reason(signer, survey, "t-unknown")).isEqualTo("SEGMENT");
        assertThat(given().get("/w/v1/surveys/" + survey).jsonPath().getString("reason"))
                .isEqualTo("SEGMENT");
    }

    /** The second survey counts its answers, which another statement judges. */
    @ParameterizedTest
    @ValueSource(strings = {"segment-answers", "segment-counts"})
    void whoIsNotProvedDoesNotAnswerForTheSegment(String key) {
        Map<String, ?> quota = key.endsWith("counts") ? Map.of("quota", Map.of("most", 9)) : Map.of();
        String survey = publish(key, Map.of(), quota).at("/survey/publicKey").asText();
        Map<String, ?> begun = Map.of("survey", survey, "response", "begun", "score", 3, "final", false);
        int before = answer(begun).statusCode();
        publish(key, Map.of("markets", List.of("DE")), quota);
        String token = KeysForTests.only(TENANT).person("t-answers", Duration.ofHours(1));

        Response refused = answer(Map.of("survey", survey, "response", "unproved", "score", 3, "customer", "t-de"));
        int finished = answer(Map.of("survey", survey, "response", "begun", "score", 3, "comment", "fine"))
                .statusCode();
        int proved = answer(Map.of("survey", survey, "response", "proved", "score", 3, "signed", token))
                .statusCode();

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("SIGNED_ONLY");
        assertThat(List.of(before, finished, proved)).containsOnly(200);
    }

    @Test
    void thePageIsToldWhatItHasToJudgeAndNothingElse() {
        Map<String, ?> target = Map.of(
                "urls", List.of("https://shop.example/*"),
                "properties", List.of(Map.of("name", "plan", "anyOf", List.of("pro"))),
                "event", "checkout",
                "delaySeconds", 3,
                "tags", List.of());
        String survey = publish("of-the-page", target).at("/survey/publicKey").asText();

        JsonObject shown = new JsonObject(given().get("/w/v1/surveys/" + survey).asString()).getJsonObject("target");

        assertThat(shown)
                .isEqualTo(
                        new JsonObject(
                                "{\"urls\":[\"https://shop.example/*\"],\"properties\":[{\"name\":\"plan\",\"anyOf\":[\"pro\"]}],\"event\":\"checkout\",\"delaySeconds\":3}"));
    }

    @Test
    void aTargetStaysUntilAnotherIsGiven() {
        publish("stays", Map.of("markets", List.of("DE"), "delaySeconds", 3));

        JsonNode again = as(TENANT, "operations")
                .data(PUBLISH, Map.of("input", Map.of("key", "stays", "type", "csat.5")))
                .get("publishSurvey");
        JsonNode gone = publish("stays", Map.of());

        assertThat(again.at("/survey/target").toString())
                .isEqualTo("{\"urls\":null,\"delaySeconds\":3,\"markets\":[\"DE\"]}");
        assertThat(gone.at("/survey/target").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"urls\":[\" \"]}", "{\"delaySeconds\":-1}", "{\"delaySeconds\":86401}", "{\"event\":\"\"}"})
    void refusesATargetThatCannotBeMet(String target) {
        assertThat(publish("unmet", new JsonObject(target).getMap())
                        .get("userErrors")
                        .toString())
                .isEqualTo("[{\"code\":\"INVALID\",\"field\":\"input.target\"}]");
    }

    private static JsonNode publish(String key, Map<String, ?> target) {
        return publish(key, target, Map.of());
    }

    private static JsonNode publish(String key, Map<String, ?> target, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.putAll(Map.of("key", key, "type", "csat.5", "target", target));
        return as(TENANT, "operations").data(PUBLISH, Map.of("input", input)).get("publishSurvey");
    }

    private static String reason(SignerForTests signer, String survey, String customer) {
        var body = shownTo(signer.person(customer, Duration.ofHours(1)), survey).jsonPath();
        return body.getBoolean("show") ? "shown" : body.getString("reason");
    }

    private static Map<String, Object> customer(String externalId, String market) {
        return Map.of(
                "id", Ids.uuid(TENANT, "customer", externalId).toString(), "externalId", externalId, "market", market);
    }
}
