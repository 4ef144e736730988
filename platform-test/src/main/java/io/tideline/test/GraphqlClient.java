package io.tideline.test;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.tideline.platform.access.GatewayAssertion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Asks the service under test as the gateway would: with the user's token and a signed assertion. */
public final class GraphqlClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token;
    private final Map<String, String> headers;

    private GraphqlClient(String token, Map<String, String> headers) {
        this.token = token;
        this.headers = headers;
    }

    public static GraphqlClient as(String token) {
        return new GraphqlClient(token, Map.of());
    }

    public static GraphqlClient as(TokenForTests token) {
        return as(token.sign());
    }

    /** The same caller, below a span of a trace. */
    public GraphqlClient below(String traceId, String spanId) {
        return new GraphqlClient(token, Map.of("traceparent", "00-" + traceId + "-" + spanId + "-01"));
    }

    public JsonNode query(String query) {
        return query(query, Map.of());
    }

    /** The whole answer, {@code data} and {@code errors}. */
    public JsonNode query(String query, Map<String, ?> variables) {
        Response answer = post(query, variables);
        try {
            return JSON.readTree(answer.asByteArray());
        } catch (java.io.IOException noJson) {
            throw new AssertionError("HTTP " + answer.statusCode() + ": " + answer.asString(), noJson);
        }
    }

    /** The {@code data} of an answer that must have no errors. */
    public JsonNode data(String query, Map<String, ?> variables) {
        JsonNode answer = query(query, variables);
        if (answer.hasNonNull("errors")) {
            throw new AssertionError(
                    "Unexpected errors: " + answer.get("errors").toPrettyString());
        }
        return answer.get("data");
    }

    public JsonNode data(String query) {
        return data(query, Map.of());
    }

    public Response post(String query, Map<String, ?> variables) {
        byte[] body = body(query, variables);
        String service = System.getProperty("tideline.test.service");
        String assertion = new GatewayAssertion(service, TestKeys.gatewayKey()).sign(body, Instant.now());
        return given().header("Authorization", "Bearer " + token)
                .header(GatewayAssertion.HEADER, assertion)
                .headers(headers)
                .contentType("application/json")
                .body(body)
                .post("/graphql");
    }

    /** The headers with which the gateway opens a socket in this caller's name. */
    public Map<String, String> socketHeaders() {
        String authorization = "Bearer " + token;
        String service = System.getProperty("tideline.test.service");
        String assertion = new GatewayAssertion(service, TestKeys.gatewayKey())
                .sign(GatewayAssertion.connection(authorization), Instant.now());
        return Map.of("Authorization", authorization, GatewayAssertion.HEADER, assertion);
    }

    private static byte[] body(String query, Map<String, ?> variables) {
        try {
            return JSON.writeValueAsString(Map.of("query", query, "variables", variables))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
