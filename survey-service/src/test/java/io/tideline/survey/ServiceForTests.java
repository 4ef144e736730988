package io.tideline.survey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.tideline.test.GraphqlClient;
import io.tideline.test.TokenForTests;
import java.util.List;
import java.util.Map;

/** The service's doors as tests knock at them. */
public final class ServiceForTests {
    private ServiceForTests() {}

    public static GraphqlClient as(String role) {
        return GraphqlClient.as(TokenForTests.of("acme", role));
    }

    public static GraphqlClient as(String tenant, String role) {
        return GraphqlClient.as(TokenForTests.of(tenant, role));
    }

    /** Makes an open survey and gives its public key. */
    public static String publish(String tenant, String key, String type) {
        JsonNode survey = as(tenant, "operations")
                .data(
                        "mutation($input: PublishSurveyInput!) { publishSurvey(input: $input) { survey { publicKey } userErrors { message } } }",
                        Map.of("input", Map.of("key", key, "type", type)))
                .at("/publishSurvey/survey");
        assertThat(survey.isObject()).isTrue();
        return survey.get("publicKey").asText();
    }

    public static Response answer(Map<String, ?> body) {
        return given().contentType("application/json").body(body).post("/w/v1/responses");
    }

    /** A survey as somebody gets to see it whom a token proves. */
    public static Response shownTo(String token, String survey) {
        return given().contentType("text/plain")
                .body("{\"signed\":\"" + token + "\"}")
                .post("/w/v1/surveys/" + survey);
    }

    /** A link as its maker gets it. */
    public record MintedLink(String customer, String url, String response, String expiresAt) {
        /** What the link signs. */
        public String token() {
            return url.replaceFirst(".*#t=", "");
        }
    }

    /** Links to a survey for customers by their external ids. */
    public static List<MintedLink> links(String tenant, String survey, String... customers) {
        Response minted = given().header(
                        "Authorization",
                        "Bearer " + TokenForTests.of(tenant, "integration").sign())
                .contentType("application/json")
                .body(Map.of("survey", survey, "customers", List.of(customers)))
                .post("/ingest/links");
        assertThat(minted.statusCode()).as(minted.asString()).isEqualTo(200);
        return minted.jsonPath().getList("links", MintedLink.class);
    }

    /** Sends rows as the integration of a tenant. */
    public static JsonPath ingest(String tenant, String kind, List<? extends Map<String, ?>> rows) {
        Response answer = given().header(
                        "Authorization",
                        "Bearer " + TokenForTests.of(tenant, "integration").sign())
                .contentType("application/json")
                .body(rows)
                .post("/ingest/" + kind);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }
}
