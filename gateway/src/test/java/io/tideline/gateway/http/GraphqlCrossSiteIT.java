package io.tideline.gateway.http;

import static io.restassured.RestAssured.given;
import static io.tideline.gateway.http.ShopCaller.as;
import static io.tideline.gateway.http.ShopCaller.ask;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.tideline.test.TokenForTests;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What other sites, forms and cookies cannot make the gateway do. */
@QuarkusTest
@WithTestResource(ShopResource.class)
class GraphqlCrossSiteIT {
    @Test
    void refusesAMutationByGet() {
        as("executive")
                .queryParam("query", "mutation { restock(name: \"Rope\") { name } }")
                .get("/graphql")
                .then()
                .statusCode(405)
                .header("Allow", notNullValue());
        ask(as("executive"), "mutation { restock(name: \"Rope\") { name } }")
                .post("/graphql")
                .then()
                .statusCode(200)
                .body("data.restock.name", equalTo("Rope"));
    }

    @Test
    void refusesAGetThatAnotherSiteCouldHaveCaused() {
        given().queryParam("query", "{ __typename }").get("/graphql").then().statusCode(400);
        given().queryParam("query", "{ __typename }")
                .header("GraphQL-Require-Preflight", "1")
                .get("/graphql")
                .then()
                .statusCode(200);
        given().queryParam("query", "{ __typename }")
                .contentType(ContentType.TEXT)
                .get("/graphql")
                .then()
                .statusCode(415);
    }

    @Test
    void takesNoFormAndNoOtherMethodForARequest() {
        String form = "query=%7Bgoods%7Bname%7D%7D";
        as("executive")
                .multiPart("query", "{ goods { name } }")
                .post("/graphql")
                .then()
                .statusCode(415);
        for (String type : List.of("application/x-www-form-urlencoded", "text/xml", "text/plain")) {
            as("executive")
                    .header("Content-Type", type)
                    .body(form)
                    .post("/graphql")
                    .then()
                    .statusCode(415)
                    .body("errors[0].extensions.code", equalTo("UNSUPPORTED_MEDIA_TYPE"), "data", nullValue());
        }
        for (String method : List.of("PUT", "DELETE", "PATCH", "HEAD")) {
            as("executive").request(method, "/graphql").then().statusCode(405);
        }
        ask(as("executive").header("X-HTTP-Method-Override", "POST"), "mutation { restock(name: \"Rope\") { name } }")
                .queryParam("query", "mutation { restock(name: \"Rope\") { name } }")
                .get("/graphql")
                .then()
                .statusCode(405);
    }

    @Test
    void neverTakesACookieOrAParameterForAToken() {
        String token = TokenForTests.of("acme", "executive").sign();

        ask(given().header("Cookie", "q_session=" + token + "; access_token=" + token), "{ goods { name } }")
                .queryParam("access_token", token)
                .post("/graphql")
                .then()
                .header("Set-Cookie", nullValue())
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION_FAILED"), "data", nullValue());
        given().header("Cookie", "q_session=" + token)
                .queryParam("query", "{ goods { name } }")
                .get("/graphql")
                .then()
                .statusCode(400);
    }

    @Test
    void letsAListedOriginReadAndNoOther() {
        given().header("Origin", "https://board.test")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/graphql")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", equalTo("https://board.test"))
                .header("Access-Control-Allow-Headers", containsString("x-apollo-operation-name"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", containsString("Origin"));
        for (String other :
                List.of("null", "https://board.test.evil.test", "http://board.test", "https://BOARD.test")) {
            ask(as("executive").header("Origin", other), "{ __typename }")
                    .post("/graphql")
                    .then()
                    .header("Access-Control-Allow-Origin", nullValue());
        }
    }

    @Test
    void readsNoCrossOriginByDefault() {
        ask(as("executive").header("Origin", "https://evil.test"), "{ __typename }")
                .post("/graphql")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://evil.test")
                .header("Access-Control-Request-Method", "POST")
                .options("/graphql")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
