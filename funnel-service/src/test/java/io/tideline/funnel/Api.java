package io.tideline.funnel;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.tideline.test.GraphqlClient;
import io.tideline.test.TokenForTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Talks to the service under test as its clients do. Each test class takes organisations of its own. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEFINE =
            """
            mutation($input: DefineFunnelInput!) {
              defineFunnel(input: $input) { funnel { id key version } userErrors { code field message } }
            }
            """;

    private Api() {}

    /** Sends rows as the machine that integrates an organisation's systems; the answer must be 200. */
    public static JsonNode ingest(String tenant, Object rows) {
        return json(send(TokenForTests.of(tenant, "integration").sign(), text(rows))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    public static Response send(String token, String rows) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(rows)
                .post("/ingest/events");
    }

    public static Map<String, String> event(String id, String customer, String name, String at) {
        return Map.of("id", id, "customer", customer, "name", name, "at", at);
    }

    public static GraphqlClient as(String tenant, String... roles) {
        return GraphqlClient.as(TokenForTests.of(tenant, roles));
    }

    /** Defines a funnel whose stages are events of these names; the answer of the mutation. */
    public static JsonNode define(String tenant, String key, List<String> events, Map<String, ?> more) {
        List<Map<String, Object>> stages = new ArrayList<>();
        for (int at = 0; at < events.size(); at++) {
            stages.add(Map.of("key", "s" + at, "title", events.get(at), "match", Map.of("event", events.get(at))));
        }
        return define(tenant, key, stages, more, "operations");
    }

    public static JsonNode define(
            String tenant, String key, List<Map<String, Object>> stages, Map<String, ?> more, String role) {
        Map<String, Object> input = new java.util.LinkedHashMap<>(more);
        input.put("key", key);
        input.put("title", "Funnel " + key);
        input.put("stages", stages);
        return as(tenant, role).data(DEFINE, Map.of("input", input)).get("defineFunnel");
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(text, noJson);
        }
    }

    public static String text(Object value) {
        try {
            return value instanceof String text ? text : JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
