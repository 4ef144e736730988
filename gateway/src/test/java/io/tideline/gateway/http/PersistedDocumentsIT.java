package io.tideline.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.tideline.test.TokenForTests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ShopResource.class)
class PersistedDocumentsIT {
    private static final String CODE = "errors[0].extensions.code";

    private static RequestSpecification as(String role) {
        return given().header(
                        "Authorization",
                        "Bearer " + TokenForTests.of("acme", role).sign());
    }

    private static ValidatableResponse post(String role, Map<String, Object> body) {
        return as(role).contentType("application/json")
                .body(body)
                .post("/graphql")
                .then();
    }

    private static Map<String, Object> hashed(String hash, String query) {
        Map<String, Object> body = new HashMap<>();
        if (!query.isEmpty()) {
            body.put("query", query);
        }
        body.put("extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash)));
        return body;
    }

    private static ValidatableResponse get(String role, String hash) {
        return as(role).queryParam("extensions", "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}")
                .get("/graphql")
                .then();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void learnsADocumentByPostAndAnswersItByGet() {
        String query = "{ goods { name one: name } }";
        String hash = sha256(query);

        get("executive", hash)
                .body(
                        CODE,
                        equalTo("PERSISTED_QUERY_NOT_FOUND"),
                        "errors[0].message",
                        equalTo("PersistedQueryNotFound"));
        post("executive", hashed(hash, query)).body("data.goods[0].one", equalTo("Rope"));
        get("executive", hash).statusCode(200).body("data.goods[0].one", equalTo("Rope"));
        post("executive", hashed(hash, "")).body("data.goods[0].one", equalTo("Rope"));
        post("executive", Map.of("documentId", "sha256:" + hash)).body("data.goods[0].one", equalTo("Rope"));
    }

    @Test
    void learnsADocumentFromAStream() {
        for (String query : List.of("{ goods { name seven: name } }", "subscription { ticks(count: 1) { id } }")) {
            String first = streamed(hashed(sha256(query), query));

            assertThat(first).contains("\"data\":{");
            assertThat(streamed(hashed(sha256(query), ""))).isEqualTo(first);
        }
    }

    /** Events without the heartbeats between them. */
    private static String streamed(Map<String, Object> body) {
        return as("executive")
                .accept("text/event-stream")
                .contentType("application/json")
                .body(body)
                .post("/graphql")
                .asString()
                .replace(":\n\n", "");
    }

    @Test
    void opensNothingToACallerWhoCouldNotHaveSentTheText() {
        String query = "{ goods { price two: price } }";
        post("executive", hashed(sha256(query), query)).body("data.goods[0].two", equalTo(7));

        String named = get("agent", sha256(query)).extract().asString();

        String sent = post("agent", Map.of("query", query)).extract().asString();
        assertThat(named.replaceAll("traceId\":\"[^\"]+", ""))
                .isEqualTo(sent.replaceAll("traceId\":\"[^\"]+", ""))
                .contains("GRAPHQL_VALIDATION_FAILED")
                .doesNotContain("\"data\"");
    }

    @Test
    void refusesAHashOfAnotherTextAndKeepsNeither() {
        String good = "{ goods { name three: name } }";
        String bad = "{ goods { name four: name } }";

        post("executive", hashed(sha256(good), bad)).body(CODE, equalTo("BAD_REQUEST"), "data", nullValue());

        get("executive", sha256(good)).body(CODE, equalTo("PERSISTED_QUERY_NOT_FOUND"));
        get("executive", sha256(bad)).body(CODE, equalTo("PERSISTED_QUERY_NOT_FOUND"));
    }

    @Test
    void doesNotRememberWhatItRefused() {
        String query = "{ goods { nothing } }";

        post("executive", hashed(sha256(query), query)).body(CODE, equalTo("GRAPHQL_VALIDATION_FAILED"));

        get("executive", sha256(query)).body(CODE, equalTo("PERSISTED_QUERY_NOT_FOUND"));
    }

    @Test
    void neverMutatesByGetEvenByHash() {
        String query = "mutation { restock(name: \"Rope\") { name } }";
        post("executive", hashed(sha256(query), query)).body("data.restock.name", equalTo("Rope"));

        get("executive", sha256(query)).statusCode(405);
    }

    @Test
    void answersTheTrustedDocumentsOfThreeToolsByTheirIds() {
        post("executive", Map.of("documentId", "apollo-goods")).body("data.goods[0].name", equalTo("Rope"));
        post("executive", hashed("apollo-goods", "")).body("data.goods[0].name", equalTo("Rope"));
        post("executive", Map.of("doc_id", "0f3c")).body("data.good.name", equalTo("Rope"));
        String codegen = ShopResource.TRUSTED_HASH;
        post("executive", Map.of("documentId", codegen)).body("data.times", nullValue(), "errors", nullValue());
        as("executive")
                .queryParam("documentId", codegen)
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("errors", nullValue());
        post("executive", Map.of("documentId", "unheard-of")).body(CODE, equalTo("PERSISTED_QUERY_NOT_FOUND"));
    }

    @Test
    void answersARoleThatIsHeldToTrustedDocumentsNothingElse() {
        String query = "{ goods { name five: name } }";
        post("executive", hashed(sha256(query), query)).body("data.goods[0].five", equalTo("Rope"));

        post("integration", Map.of("query", query)).body(CODE, equalTo("PERSISTED_QUERY_ID_REQUIRED"));
        post("integration", hashed(sha256(query), "")).body(CODE, equalTo("PERSISTED_QUERY_NOT_IN_LIST"));
        post("integration", hashed(sha256(query), query)).body(CODE, equalTo("PERSISTED_QUERY_NOT_IN_LIST"));
        post("integration", Map.of("documentId", "unheard-of")).body(CODE, equalTo("PERSISTED_QUERY_NOT_IN_LIST"));
        post("integration", Map.of("documentId", "apollo-goods", "query", query))
                .body(CODE, equalTo("CANNOT_SEND_PQ_ID_AND_BODY"));
        post("integration", Map.of("documentId", "apollo-goods")).body("data.goods[0].name", equalTo("Rope"));
        post("integration", Map.of("query", ShopResource.TRUSTED)).body("data.goods[0].name", equalTo("Rope"));
    }

    @Test
    void tellsARoleWithoutPersistedDocumentsSo() {
        String query = "{ goods { name } }";

        post("admin", hashed(sha256(query), query)).body(CODE, equalTo("PERSISTED_QUERY_NOT_SUPPORTED"));
        post("admin", Map.of("documentId", "apollo-goods")).body(CODE, equalTo("PERSISTED_QUERY_NOT_SUPPORTED"));
        post("admin", Map.of("query", query)).body("data.goods[0].name", equalTo("Rope"));
    }

    @Test
    void holdsACallerOfSeveralRolesToTheStrictest() {
        given().header(
                        "Authorization",
                        "Bearer "
                                + TokenForTests.of("acme", "executive", "integration")
                                        .sign())
                .contentType("application/json")
                .body(Map.of("query", "{ goods { name six: name } }"))
                .post("/graphql")
                .then()
                .body(CODE, equalTo("PERSISTED_QUERY_ID_REQUIRED"));
    }

    @Test
    void ignoresExtensionsItDoesNotKnowAndRefusesVersionsItDoesNotKnow() {
        post(
                        "executive",
                        Map.of(
                                "query",
                                "{ goods { name } }",
                                "extensions",
                                Map.of("clientLibrary", Map.of("name", "@apollo/client", "version", "4.3.8"))))
                .body("data.goods[0].name", equalTo("Rope"));
        post("executive", Map.of("extensions", Map.of("persistedQuery", Map.of("version", 2, "sha256Hash", "0"))))
                .body(CODE, equalTo("BAD_REQUEST"));
    }
}
