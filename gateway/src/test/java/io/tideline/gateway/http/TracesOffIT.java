package io.tideline.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing is traced unless it is wished; what others trace is not broken by that. */
@QuarkusTest
@WithTestResource(ShopResource.class)
class TracesOffIT {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Inject
    Tracing tracing;

    private static RequestSpecification ask(String query) {
        return given().header(
                        "Authorization",
                        "Bearer " + TokenForTests.of("acme", "executive").sign())
                .contentType("application/json")
                .body(Map.of("query", query));
    }

    @Test
    void passesAContextOnAsItCame() {
        String context = "00-" + TRACE + "-b7ad6b7169203331-01";

        ask("{ goods { name } }")
                .header("traceparent", context)
                .post("/graphql")
                .then()
                .statusCode(200);

        assertThat(ShopResource.traceparents()).contains(context);
        assertThat(tracing.tracer().spanBuilder("any").startSpan().isRecording())
                .isFalse();
    }

    @Test
    void namesErrorsByTheTraceThatCameElseByTheRequest() {
        ask("{ nothing }")
                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .post("/graphql")
                .then()
                .body("errors[0].extensions.traceId", equalTo(TRACE));
        ask("{ nothing }")
                .header("X-Request-Id", "request-4711")
                .post("/graphql")
                .then()
                .header("X-Request-Id", equalTo("request-4711"))
                .body("errors[0].extensions.traceId", equalTo("request-4711"));
    }
}
