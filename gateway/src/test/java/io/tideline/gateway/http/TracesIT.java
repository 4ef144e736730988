package io.tideline.gateway.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.tideline.test.SpansForTests;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TracedShopResource.class)
class TracesIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";

    @Inject
    SpansForTests spans;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private static RequestSpecification ask(String query) {
        return ask(query, "00-" + TRACE + "-" + CALLER + "-01");
    }

    private static RequestSpecification ask(String query, String traceparent) {
        return given().header(
                        "Authorization",
                        "Bearer " + TokenForTests.of("acme", "executive").sign())
                .header("traceparent", traceparent)
                .header("apollographql-client-name", "board")
                .contentType("application/json")
                .body(Map.of("query", query));
    }

    @Test
    void tracesAnOperationAndItsCallsAndPassesTheContextOn() {
        ask("query Goods { goods { name } }").post("/graphql").then().statusCode(200);

        SpanData door = spans.await(TRACE, "POST /graphql");
        SpanData operation = spans.await(TRACE, "query Goods");
        SpanData call = spans.await(TRACE, "subgraph a");

        assertThat(door.getParentSpanId()).isEqualTo(CALLER);
        assertThat(operation.getParentSpanId()).isEqualTo(door.getSpanId());
        assertThat(operation.getAttributes().get(AttributeKey.stringKey("graphql.operation.type")))
                .isEqualTo("query");
        assertThat(operation.getAttributes().get(AttributeKey.stringKey("graphql.client.name")))
                .isEqualTo("board");
        assertThat(call.getParentSpanId()).isEqualTo(operation.getSpanId());
        assertThat(call.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(call.getAttributes().get(AttributeKey.longKey("tideline.wave")))
                .isEqualTo(1);
        assertThat(ShopResource.traceparents()).contains("00-" + TRACE + "-" + call.getSpanId() + "-01");
    }

    @Test
    void saysTheTraceInEveryErrorAndCountsByName() {
        ask("query Wrong { nothing }").post("/graphql").then().body("errors[0].extensions.traceId", equalTo(TRACE));
        ask("query Priced { goods { price } }").post("/graphql").then().statusCode(200);

        given().get(metrics)
                .then()
                .body(
                        containsString(
                                "tideline_gateway_operation_seconds_count{operation=\"Priced\",outcome=\"answered\",type=\"query\"} 1"),
                        containsString(
                                "tideline_gateway_operation_seconds_count{operation=\"none\",outcome=\"refused\""),
                        containsString("tideline_gateway_client_total{client=\"board\",outcome=\"answered\"}"),
                        containsString("tideline_gateway_plan_seconds_count"));
    }

    @Test
    void tracesWhateverTheFlagOfTheCallerSays() {
        String hidden = "5bf92f3577b34da6a3ce929d0e0e4736";

        ask("query Hidden { goods { name } }", "00-" + hidden + "-" + CALLER + "-00")
                .post("/graphql")
                .then()
                .statusCode(200);

        SpanData operation = spans.await(hidden, "query Hidden");
        assertThat(operation.getTraceId()).isEqualTo(hidden);
        assertThat(ShopResource.traceparents())
                .contains(
                        "00-" + hidden + "-" + spans.await(hidden, "subgraph a").getSpanId() + "-01");
    }
}
