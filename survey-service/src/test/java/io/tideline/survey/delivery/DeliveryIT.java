package io.tideline.survey.delivery;

import static io.restassured.RestAssured.given;
import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tideline.test.ServiceTestResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to copies of surveys, told by pages over {@code POST /w/v1/events} and by batches. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class DeliveryIT {
    private static final String NUL = "a\\u0000b";

    @Test
    void turnsWhatPagesTellIntoRates() {
        String survey = publish("pages", "told", "csat.5");
        tell(survey, "one", "shown");
        tell(survey, "one", "started");
        tell(survey, "two", "shown");
        tell(survey, "two", "dismissed");
        answer(Map.of("survey", survey, "response", "one", "score", 5));

        JsonNode found = as("pages", "executive")
                .data(
                        "{ satisfaction(period: {from: \"2026-01-01\", to: \"2100-01-01\"}) { shown: responseRate(variant: \"response_rate.shown\") { value sampleSize } "
                                + "completionRate { value } sent: responseRate { reason } csat { value sampleSize } } }")
                .get("satisfaction");

        assertThat(found.get("shown").toString()).isEqualTo("{\"value\":0.5,\"sampleSize\":2}");
        assertThat(found.at("/completionRate/value").asDouble()).isEqualTo(1.0);
        assertThat(found.at("/sent/reason").asText()).isEqualTo("NO_DATA");
        assertThat(found.get("csat").toString()).isEqualTo("{\"value\":1.0,\"sampleSize\":1}");
    }

    @Test
    void notesAnEventOnceAndSaysWhenItWasKnown() {
        String survey = publish("acme", "noted", "csat.5");

        Response first = tell(survey, "copy", "SHOWN");
        Response again = tell(survey, "copy", "shown");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.jsonPath().getMap("")).isEqualTo(Map.of("response", "copy", "event", "shown"));
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void answersTheSameForEverySurveyThatIsNotOpen() {
        String closed = publish("acme", "shut", "csat.5");
        String id = as("operations")
                .data("{ survey(key: \"shut\") { id } }")
                .at("/survey/id")
                .asText();
        as("operations")
                .data(
                        "mutation($input: CloseSurveyInput!) { closeSurvey(input: $input) { survey { status } } }",
                        Map.of("input", Map.of("survey", id)));

        Response unknown = tell("A".repeat(22), "copy", "shown");
        Response shut = tell(closed, "copy", "shown");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(shut.statusCode()).isEqualTo(404);
        assertThat(shut.asString()).isEqualTo(unknown.asString());
    }

    @Test
    void takesEventsOnlyFromThePagesThatMayShowTheSurvey() {
        String survey = as("operations")
                .data(
                        "mutation($input: PublishSurveyInput!) { publishSurvey(input: $input) { survey { publicKey } } }",
                        Map.of(
                                "input",
                                Map.of(
                                        "key",
                                        "homely",
                                        "type",
                                        "csat.5",
                                        "allowedOrigins",
                                        List.of("https://shop.example"))))
                .at("/publishSurvey/survey/publicKey")
                .asText();

        Response home = tellFrom("https://shop.example", survey);
        Response elsewhere = tellFrom("https://evil.example", survey);

        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(elsewhere.statusCode()).isEqualTo(403);
        assertThat(elsewhere.header("Access-Control-Allow-Origin")).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"response\":\"r\",\"event\":\"sent\"' | INVALID | /event",
                "'\"response\":\"r\",\"event\":\"opened\"' | INVALID | /event",
                "'\"response\":\"r\",\"event\":1' | INVALID | /event",
                "'\"response\":\"r\"' | MISSING | /event",
                "'\"response\":null,\"event\":\"shown\"' | MISSING | /response",
                "'\"response\":\"" + NUL + "\",\"event\":\"shown\"' | INVALID | /response",
                "'\"response\":\"\\ud800\",\"event\":\"shown\"' | INVALID | /response",
                "'\"response\":\"r\",\"event\":\"shown\",\"at\":\"+99999-01-01T00:00:00Z\"' | INVALID | /at",
                "'\"response\":\"r\",\"event\":\"shown\",\"at\":\"1900-01-01T00:00:00Z\"' | INVALID | /at",
                "'\"response\":\"r\",\"event\":\"shown\",\"tenant\":\"globex\"' | UNKNOWN_FIELD | /tenant",
                "'\"response\":\"r\",\"event\":\"shown\",\"__proto__\":{}' | UNKNOWN_FIELD | /__proto__",
                "'\"response\":\"r\",\"event\":\"shown\",\"event\":\"shown\"' | MALFORMED | ''"
            })
    void refusesWhatItCannotTake(String fields, String code, String pointer) {
        Response refused = post("{\"survey\":\"" + publish("acme", "noted", "csat.5") + "\"," + fields + "}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("code")).isEqualTo(code);
        assertThat(refused.jsonPath().getString("pointer")).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"text\"",
                "{",
                "{\"survey\":",
                "null",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}"
            })
    void refusesWhatIsNoObject(String body) {
        assertThat(post(body).statusCode()).isEqualTo(400);
    }

    @Test
    void takesBatchesRowByRow() {
        publish("acme", "sent", "csat.5");
        List<Map<String, Object>> rows = List.of(
                row("sent", "a", "sent", "2026-01-01T00:00:00Z"),
                row("sent", "a", "SENT", "2026-02-01T00:00:00Z"),
                row("sent", "a", "shown", null),
                row("unheard", "a", "sent", null),
                row("sent", "b", "read", null),
                row("sent", null, "sent", null),
                row("sent", "c", "sent", "1969-12-31T23:59:59Z"),
                row("sent", "c", "sent", "2200-01-01T00:00:00Z"),
                row("sent", "x".repeat(201), "sent", null),
                row("sent", "a\u0000b", "sent", null));

        JsonPath first = ingest("acme", "deliveries", rows);
        JsonPath again = ingest("acme", "deliveries", rows);

        assertThat(first.getList("rows.status"))
                .containsExactly(
                        "ACCEPTED",
                        "DUPLICATE",
                        "ACCEPTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED",
                        "REJECTED");
        assertThat(first.getList("rows.field"))
                .containsExactly(null, null, null, "survey", "event", "response", "at", "at", "response", "response");
        assertThat(first.getList("rows.code")).contains("UNKNOWN_SURVEY");
        assertThat(again.getInt("accepted")).isZero();
        assertThat(again.getInt("duplicates")).isEqualTo(3);
        assertThat(again.getInt("rejected")).isEqualTo(7);
    }

    private static Map<String, Object> row(
            String survey, @Nullable String response, String event, @Nullable String at) {
        Map<String, Object> row = new HashMap<>();
        row.put("survey", survey);
        row.put("response", response);
        row.put("event", event);
        row.put("at", at);
        return row;
    }

    private static Response tell(String survey, String response, String event) {
        return post("{\"survey\":\"" + survey + "\",\"response\":\"" + response + "\",\"event\":\"" + event + "\"}");
    }

    private static Response tellFrom(String origin, String survey) {
        return given().header("Origin", origin)
                .contentType("application/json")
                .body("{\"survey\":\"" + survey + "\",\"response\":\"r\",\"event\":\"shown\"}")
                .post("/w/v1/events");
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post("/w/v1/events");
    }
}
