package io.tideline.roi;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.tideline.test.GraphqlClient;
import io.tideline.test.TokenForTests;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The doors of this service as one organisation uses them. */
public record RoiDoor(String tenant) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Response post(String kind, String body) {
        return given().header(
                        "Authorization",
                        "Bearer " + TokenForTests.of(tenant, "integration").sign())
                .contentType("application/json")
                .body(body)
                .post("/ingest/" + kind);
    }

    /** Sends rows that must all be taken. */
    public void take(String kind, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        JsonNode answer = send(kind, rows);
        if (answer.get("rejected").asInt() > 0) {
            throw new AssertionError(answer.toPrettyString());
        }
    }

    public JsonNode send(String kind, List<? extends Map<String, ? extends @Nullable Object>> rows) {
        try {
            Response answer = post(kind, JSON.writeValueAsString(rows));
            answer.then().statusCode(200);
            return JSON.readTree(answer.asByteArray());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (java.io.IOException noJson) {
            throw new AssertionError(noJson);
        }
    }

    public GraphqlClient as(String... roles) {
        return GraphqlClient.as(TokenForTests.of(tenant, roles));
    }

    /** An executive who is in charge of operations too. */
    public GraphqlClient boss() {
        return as("executive", "operations");
    }

    public static Map<String, Object> order(String id, String customer, String at, String amount) {
        return Map.of("id", id, "customer", customer, "at", at, "amount", amount, "currency", "EUR");
    }
}
