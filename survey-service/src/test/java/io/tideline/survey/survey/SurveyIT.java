package io.tideline.survey.survey;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.tideline.test.ServiceTestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A survey's life: published, asked anew, closed, opened again; by mutations and by batches. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class SurveyIT {
    private static final String FIELDS =
            " survey { id publicKey status version type title question language higherIsBetter definition { variant } versions { version type question } closedAt } userErrors { code field } ";

    @Test
    void asksAnewInANextVersionUnderTheSameKey() {
        JsonNode made = publish(Map.of("key", "versions", "type", "nps.1_10"));
        JsonNode same = publish(Map.of("key", "versions", "type", "nps.1_10"));
        JsonNode reworded = publish(Map.of(
                "key", "versions", "type", "nps.1_10", "question", "Würden Sie uns empfehlen?", "language", "de"));
        JsonNode rescaled = publish(Map.of("key", "versions", "type", "ces.effort7"));

        assertThat(made.at("/survey/version").asInt()).isEqualTo(1);
        assertThat(same.at("/survey/version").asInt()).isEqualTo(1);
        assertThat(reworded.at("/survey/version").asInt()).isEqualTo(2);
        assertThat(rescaled.at("/survey/version").asInt()).isEqualTo(3);
        assertThat(rescaled.at("/survey/higherIsBetter").asBoolean(true)).isFalse();
        assertThat(rescaled.at("/survey/versions").findValuesAsText("type"))
                .containsExactly("nps.1_10", "nps.1_10", "ces.effort7");
        assertThat(rescaled.at("/survey/versions").findValuesAsText("question"))
                .doesNotHaveDuplicates()
                .contains("Würden Sie uns empfehlen?");
        assertThat(rescaled.at("/survey/publicKey")).isEqualTo(made.at("/survey/publicKey"));
    }

    @Test
    void keepsTheScaleAnAnswerWasGivenOn() {
        String key = publish(Map.of("key", "kept", "type", "nps.0_10"))
                .at("/survey/publicKey")
                .asText();
        answer(Map.of("survey", key, "response", "before", "score", 9));
        publish(Map.of("key", "kept", "type", "csat.5"));

        int toOld = answer(Map.of("survey", key, "response", "old", "score", 10, "version", 1))
                .statusCode();
        int toNew =
                answer(Map.of("survey", key, "response", "new", "score", 10)).statusCode();

        assertThat(toOld).isEqualTo(200);
        assertThat(toNew).isEqualTo(400);
    }

    @Test
    void opensAClosedSurveyAgain() {
        JsonNode made = publish(Map.of("key", "again", "type", "csat.5"));
        String key = made.at("/survey/publicKey").asText();

        JsonNode closed = close(made.at("/survey/id").asText());
        JsonNode stillClosed = close(made.at("/survey/id").asText());
        int shownClosed = given().get("/w/v1/surveys/" + key).statusCode();
        int answeredClosed =
                answer(Map.of("survey", key, "response", "late", "score", 5)).statusCode();
        JsonNode reopened = publish(Map.of("key", "again", "type", "csat.5"));

        assertThat(closed.at("/survey/status").asText()).isEqualTo("CLOSED");
        assertThat(stillClosed.at("/survey/closedAt")).isEqualTo(closed.at("/survey/closedAt"));
        assertThat(shownClosed).isEqualTo(404);
        assertThat(answeredClosed).isEqualTo(404);
        assertThat(reopened.at("/survey/status").asText()).isEqualTo("OPEN");
        assertThat(reopened.at("/survey/closedAt").isNull()).isTrue();
        assertThat(reopened.at("/survey/version").asInt()).isEqualTo(1);
        assertThat(given().get("/w/v1/surveys/" + key).statusCode()).isEqualTo(200);
        assertThat(answer(Map.of("survey", key, "response", "late", "score", 5)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsItsPagesUntilOthersAreNamed() {
        String key = publish(
                        Map.of("key", "paged", "type", "csat.5", "allowedOrigins", List.of("https://Shop.example")))
                .at("/survey/publicKey")
                .asText();

        publish(Map.of("key", "paged", "type", "csat.5", "title", "Now"));
        assertThat(shownTo("https://shop.example", key)).isEqualTo(200);
        assertThat(shownTo("https://evil.example", key)).isEqualTo(403);

        publish(Map.of("key", "paged", "type", "csat.5", "allowedOrigins", List.of("https://new.example")));
        assertThat(shownTo("https://shop.example", key)).isEqualTo(403);
        assertThat(shownTo("https://new.example", key)).isEqualTo(200);

        publish(Map.of("key", "paged", "type", "csat.5", "allowedOrigins", List.of("*")));
        assertThat(shownTo("https://evil.example", key)).isEqualTo(200);
    }

    private static int shownTo(String origin, String key) {
        return given().header("Origin", origin).get("/w/v1/surveys/" + key).statusCode();
    }

    @ParameterizedTest
    @CsvSource({
        "nps.11, k, https://shop.example, fine, UNKNOWN_TYPE, input.type",
        "csat.5, ' ', https://shop.example, fine, INVALID, input.key",
        "csat.5, k, shop.example/page, fine, INVALID, input.allowedOrigins",
        "csat.5, k, https://shop.example/page, fine, INVALID, input.allowedOrigins",
        "csat.5, k, https://shop.example, ' ', INVALID, input.question"
    })
    void saysWhatHasToBePutRight(String type, String key, String origin, String title, String code, String field) {
        JsonNode refused = publish(Map.of("key", key, "type", type, "title", title, "allowedOrigins", List.of(origin)));

        assertThat(refused.at("/survey").isNull()).isTrue();
        assertThat(refused.at("/userErrors/0").toString())
                .isEqualTo("{\"code\":\"" + code + "\",\"field\":\"" + field + "\"}");
    }

    @Test
    void refusesATextThatCannotBeStored() {
        JsonNode refused = publish(Map.of("key", "texts", "type", "csat.5", "title", "a\u0000b"));

        assertThat(refused.at("/userErrors/0/code").asText()).isEqualTo("INVALID");
    }

    @Test
    void takesBatchesRowByRow() {
        List<Map<String, String>> rows = List.of(
                Map.of("key", "rows", "type", "csat.5", "title", "How was it?"),
                Map.of("key", "rows", "type", "csat.5", "title", "How was it?"),
                Map.of("key", "rows", "type", "csat.5", "title", "Other"),
                Map.of("key", "rows-2", "type", "csat.99"),
                Map.of("type", "csat.5"),
                Map.of("key", "k".repeat(201), "type", "csat.5"),
                Map.of("key", "nul\u0000", "type", "csat.5"));

        JsonPath first = ingest("acme", "surveys", rows);
        JsonPath again = ingest("acme", "surveys", rows.subList(0, 1));
        JsonPath retitled =
                ingest("acme", "surveys", List.of(Map.of("key", "rows", "type", "csat.5", "title", "Again?")));
        JsonPath rescaled = ingest("acme", "surveys", List.of(Map.of("key", "rows", "type", "csat.7")));

        assertThat(first.getList("rows.status"))
                .containsExactly("ACCEPTED", "DUPLICATE", "REJECTED", "REJECTED", "REJECTED", "REJECTED", "REJECTED");
        assertThat(first.getList("rows.field")).containsExactly(null, null, "key", "type", "key", "key", "key");
        assertThat(again.getInt("duplicates")).isEqualTo(1);
        assertThat(retitled.getList("rows.status")).containsExactly("UPDATED");
        assertThat(rescaled.getList("rows.code")).containsExactly("TYPE_CONFLICT");
        assertThat(as("operations")
                        .data("{ survey(key: \"rows\") { version title type } }")
                        .get("survey")
                        .toString())
                .isEqualTo("{\"version\":2,\"title\":\"Again?\",\"type\":\"csat.5\"}");
    }

    private static JsonNode publish(Map<String, ?> input) {
        return as("operations")
                .data(
                        "mutation($input: PublishSurveyInput!) { publishSurvey(input: $input) {" + FIELDS + "} }",
                        Map.of("input", input))
                .get("publishSurvey");
    }

    private static JsonNode close(String id) {
        return as("operations")
                .data(
                        "mutation($input: CloseSurveyInput!) { closeSurvey(input: $input) {" + FIELDS + "} }",
                        Map.of("input", Map.of("survey", id)))
                .get("closeSurvey");
    }
}
