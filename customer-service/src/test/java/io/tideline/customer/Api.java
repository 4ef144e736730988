package io.tideline.customer;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.tideline.test.GraphqlClient;
import io.tideline.test.TokenForTests;

/** Talks to the service under test as its clients do. Each test class takes an organisation of its own. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Api() {}

    /** Sends rows as the machine that integrates an organisation's systems; the answer must be 200. */
    public static JsonNode ingest(String tenant, String kind, String rows) {
        return json(send(TokenForTests.of(tenant, "integration").sign(), kind, rows)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    public static Response send(String token, String kind, String rows) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(rows)
                .post("/ingest/" + kind);
    }

    public static GraphqlClient admin(String tenant) {
        return GraphqlClient.as(TokenForTests.of(tenant, "admin"));
    }

    /** Status of each row, in order, separated by blanks. */
    public static String statuses(JsonNode answer) {
        StringBuilder statuses = new StringBuilder();
        answer.get("rows")
                .forEach(row -> statuses.append(row.get("status").asText()).append(' '));
        return statuses.toString().strip();
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(text, noJson);
        }
    }
}
