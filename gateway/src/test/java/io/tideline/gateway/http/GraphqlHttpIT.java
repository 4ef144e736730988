package io.tideline.gateway.http;

import static io.restassured.RestAssured.given;
import static io.tideline.gateway.http.ShopCaller.as;
import static io.tideline.gateway.http.ShopCaller.ask;
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
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ShopResource.class)
class GraphqlHttpIT {
    private static final String GRAPHQL = "application/graphql-response+json";

    @TestHTTPResource(value = "/health", management = true)
    String health;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

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
        given().get(health).then().statusCode(200).body(containsString(ShopResource.hash()));
    }

    @Test
    void keepsProbesAndMetricsOffTheDoor() {
        given().get(metrics).then().statusCode(200);
        given().get("/q/health").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(404);
    }
}
