package io.tideline.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import graphql.introspection.IntrospectionQueryBuilder;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.tideline.test.TokenForTests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ShopResource.class)
class GraphqlHttpIT {
    private static final String GRAPHQL = "application/graphql-response+json";

    private static RequestSpecification as(String role) {
        return given().header(
                        "Authorization",
                        "Bearer " + TokenForTests.of("acme", role).sign());
    }

    private static RequestSpecification ask(RequestSpecification caller, String query) {
        return caller.contentType("application/json").body(Map.of("query", query));
    }

    @Test
    void answersByPostAndByGet() {
        ask(as("executive"), "{ goods { name price } }")
                .post("/graphql")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/json; charset=utf-8"))
                .header("Cache-Control", equalTo("no-store"))
                .header("X-Request-Id", notNullValue())
                .body("data.goods[0].name", equalTo("Rope"), "data.goods[0].price", equalTo(7), "errors", nullValue());
        as("executive")
                .queryParam("query", "query G($n: String) { good(name: $n) { name } }")
                .queryParam("variables", "{\"n\": \"Rope\"}")
                .get("/graphql")
                .then()
                .statusCode(200)
                .body("data.good.name", equalTo("Rope"));
    }

    @Test
    void hidesAFieldFromCallersWithoutItsScope() {
        String hidden = ask(as("agent"), "{ goods { price } }").post("/graphql").asString();
        String misspelt =
                ask(as("agent"), "{ goods { prise } }").post("/graphql").asString();

        assertThat(hidden.replace("price", "X").replaceAll("traceId\":\"[^\"]+", ""))
                .isEqualTo(misspelt.replace("prise", "X").replaceAll("traceId\":\"[^\"]+", ""))
                .contains("GRAPHQL_VALIDATION_FAILED");
        as("agent").get("/schema.graphql").then().statusCode(200).body(not(containsString("price")));
        as("executive").get("/schema.graphql").then().statusCode(200).body(containsString("price"));
    }

    @Test
    void answersAHiddenTypeBehindAnInterfaceWithNullAndNothingElse() {
        String query = "{ desk { __typename name } __type(name: \"Entry\") { possibleTypes { name } } }";

        ask(as("agent"), query)
                .post("/graphql")
                .then()
                .body(
                        "data.__type.possibleTypes.name", equalTo(List.of("Memo")),
                        "data.desk[0]", nullValue(),
                        "data.desk[1].name", equalTo("Hi"),
                        "errors", nullValue());
        ask(as("executive"), query)
                .post("/graphql")
                .then()
                .body(
                        "data.__type.possibleTypes.name", equalTo(List.of("Bill", "Memo")),
                        "data.desk.__typename", equalTo(List.of("Bill", "Memo")));
        ask(as("agent"), "{ desk { ... on Bill { name } } }")
                .post("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION_FAILED"));
    }

    @Test
    void introspectsTheCallersSchemaAndNobodyElses() {
        String query = "{ __type(name: \"Good\") { fields { name } } goods { name } }";

        ask(as("executive"), query)
                .post("/graphql")
                .then()
                .body(
                        "data.__type.fields.name",
                        equalTo(List.of("name", "price", "near")),
                        "data.goods[0].name",
                        equalTo("Rope"));
        ask(as("agent"), query)
                .post("/graphql")
                .then()
                .body("data.__type.fields.name", equalTo(List.of("name", "near")));
        ask(given(), "{ __schema { queryType { name } } }")
                .post("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("INTROSPECTION_DISABLED"));
    }

    @Test
    void answersTheIntrospectionOfTools() {
        String query = IntrospectionQueryBuilder.build(
                IntrospectionQueryBuilder.Options.defaultOptions().typeRefFragmentDepth(9));

        ask(as("executive"), query)
                .post("/graphql")
                .then()
                .body("errors", nullValue(), "data.__schema.types.name", hasItem("Good"));
    }

    @Test
    void refusesABadTokenAndSaysHowToDoBetter() {
        ask(given().header("Authorization", "Bearer nonsense"), "{ __typename }")
                .post("/graphql")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void choosesTheStatusByTheMediaTypeAskedFor() {
        ask(as("executive").accept(GRAPHQL), "{ nothing }")
                .post("/graphql")
                .then()
                .statusCode(400)
                .header("Content-Type", equalTo(GRAPHQL + "; charset=utf-8"))
                .body("data", nullValue());
        ask(as("executive").accept("application/json"), "{ nothing }")
                .post("/graphql")
                .then()
                .statusCode(200);
        ask(as("executive").accept("text/html"), "{ __typename }")
                .post("/graphql")
                .then()
                .statusCode(406);
        ask(as("executive").accept("text/html, */*;q=0.1"), "{ __typename }")
                .post("/graphql")
                .then()
                .statusCode(200);
    }

    @Test
    void refusesWhatIsNoRequest() {
        as("executive")
                .contentType("text/plain")
                .body("{\"query\":\"{__typename}\"}")
                .post("/graphql")
                .then()
                .statusCode(415);
        as("executive")
                .contentType("application/json")
                .body("{\"query\":")
                .post("/graphql")
                .then()
                .statusCode(400);
        as("executive")
                .contentType("application/json")
                .body("[{\"query\":\"{__typename}\"}]")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body(
                        "errors[0].message",
                        containsString("not supported"),
                        "errors[0].extensions.code",
                        equalTo("BATCHING_NOT_SUPPORTED"));
        as("executive")
                .contentType("application/json")
                .body("{\"query\":7}")
                .post("/graphql")
                .then()
                .statusCode(400);
        as("executive")
                .contentType("application/json")
                .body("{\"variables\":{}}")
                .post("/graphql")
                .then()
                .statusCode(400);
        as("executive").put("/graphql").then().statusCode(405).header("Allow", equalTo("GET, POST"));
    }

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

    @Test
    void refusesTooMuchEachWithItsCode() {
        code("{ " + "a: __typename ".repeat(40) + "}", "MAX_ALIASES_LIMIT");
        code("{ goods { name " + "near { ".repeat(15) + "name" + " }".repeat(15) + " } }", "MAX_DEPTH_LIMIT");
        code("{ " + "goods { name } ".repeat(700) + "}", "MAX_TOKENS_LIMIT");
        code("{ " + "__typename ".repeat(21) + "}", "MAX_ROOT_FIELDS_LIMIT");
        code("{ __typename " + "@skip(if: false) ".repeat(31) + "}", "MAX_DIRECTIVES_LIMIT");
        code("{ goods " + "{ near ".repeat(5_000), "MAX_DEPTH_LIMIT");
        as("executive")
                .contentType("application/json")
                .body("{\"query\":\"#" + "x".repeat(300_000) + "\"}")
                .post("/graphql")
                .then()
                .statusCode(413)
                .body("errors[0].extensions.code", equalTo("MAX_BODY_LIMIT"));
    }

    @Test
    void refusesWhatWouldCostTooMuchBeforeAnythingIsAsked() {
        String near = "near { name }";

        ask(as("executive"), "{ page(first: 900) { " + near + " } page2: page(first: 90) { " + near + " } }")
                .post("/graphql")
                .then()
                .body(
                        "errors[0].extensions.code",
                        equalTo("COST_ESTIMATED_TOO_EXPENSIVE"),
                        "errors[0].extensions.'cost.estimated'",
                        equalTo(1980.0f),
                        "errors[0].extensions.'cost.max'",
                        equalTo(1000.0f),
                        "data",
                        nullValue());
        ask(as("executive"), "{ page(first: 500) { " + near + " } }")
                .post("/graphql")
                .then()
                .body("errors", nullValue());
    }

    private static void code(String query, String code) {
        ask(as("executive"), query).post("/graphql").then().body("errors[0].extensions.code", equalTo(code));
    }

    @Test
    void countsABodyAfterUnpacking() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(("{\"query\":\"#" + "x".repeat(3_000_000) + "\"}").getBytes(StandardCharsets.UTF_8));
        }

        int status = as("executive")
                .contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/graphql")
                .statusCode();

        assertThat(status).isIn(400, 413, 415);
    }

    @Test
    void namesTheValueThatIsWrong() {
        as("executive")
                .contentType("application/json")
                .body(Map.of(
                        "query",
                        "query ($n: Int!) { __typename @skip(if: false) times(n: $n) }",
                        "variables",
                        Map.of("n", "many")))
                .post("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("BAD_USER_INPUT"));
    }

    @Test
    void servesGraphiqlItselfUnderAPolicy() {
        given().redirects().follow(false).get("/").then().statusCode(302).header("Location", endsWith("/explore/"));
        given().get("/explore/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(not(containsString("http")));
        given().get("/explore/graphiql.min.js").then().statusCode(200);
        given().get("/explore/explore.js").then().statusCode(200);
        given().get("/graphql-ui/index.html").then().statusCode(404);
    }

    @Test
    void saysWhichSupergraphItServes() {
        given().get("/supergraph/hash").then().statusCode(200).body(equalTo(ShopResource.hash()));
        given().get("/q/health").then().statusCode(200).body(containsString(ShopResource.hash()));
        given().get("/q/metrics").then().statusCode(200);
    }
}
