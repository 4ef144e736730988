package io.tideline.survey;

import static io.tideline.survey.ServiceForTests.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A survey that asks two text questions and a choice after its score.
 *
 * @param key public key
 */
public record AskedForTests(String tenant, String key) {
    public static final String BETTER = "What should we do better?";

    public static AskedForTests publish(String tenant) {
        Map<String, Object> input = Map.of(
                "key",
                "asked",
                "type",
                "nps.0_10",
                "language",
                "en",
                "followUps",
                List.of(
                        question("better", "TEXT", BETTER),
                        question("praise", "TEXT", "What was good?"),
                        Map.of(
                                "key",
                                "where",
                                "kind",
                                "SINGLE",
                                "text",
                                "Where?",
                                "options",
                                List.of(
                                        Map.of("key", "shop", "text", "In the shop"),
                                        Map.of("key", "web", "text", "On the web")))));
        JsonNode made = as(tenant, "operations")
                .data(
                        "mutation($input: PublishSurveyInput!) { publishSurvey(input: $input) { survey { publicKey } userErrors { message } } }",
                        Map.of("input", input))
                .get("publishSurvey");
        assertThat(made.get("userErrors")).isEmpty();
        return new AskedForTests(tenant, made.at("/survey/publicKey").asText());
    }

    /** Sends an answer, or one more part of it, that has to be taken. */
    public void take(String response, Map<String, ?> said) {
        Response taken = send(response, said);
        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
    }

    public Response send(String response, Map<String, ?> said) {
        Map<String, Object> body = new HashMap<>(said);
        body.put("survey", key);
        body.put("response", response);
        return ServiceForTests.answer(body);
    }

    private static Map<String, Object> question(String key, String kind, String text) {
        return Map.of("key", key, "kind", kind, "text", text);
    }
}
