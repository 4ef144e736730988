package io.tideline.gateway.http;

import static io.tideline.gateway.http.ShopCaller.as;
import static io.tideline.gateway.http.ShopCaller.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Requests that are refused, each with its code. */
@QuarkusTest
@WithTestResource(ShopResource.class)
class GraphqlRefusalIT {
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
}
