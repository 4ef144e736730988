package io.tideline.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.SpansForTests;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** A question's trace goes on below the gateway's call, down to the statements. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "customer"))
class TracesIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String OTHER_TRACE = "4bf92f3577b34da6a3ce929d0e0e4737";
    private static final String HIDDEN_TRACE = "4bf92f3577b34da6a3ce929d0e0e4738";
    private static final String CALL = "00f067aa0ba902b7";

    @Inject
    SpansForTests spans;

    @Test
    void goesOnWithTheTraceOfTheGateway() {
        Api.admin("traces").below(TRACE, CALL).data("{ customers(first: 1) { nodes { externalId } } }");

        SpanData door = spans.await(TRACE, "POST /graphql");
        SpanData statement = spans.await(
                "of a statement", span -> span.getTraceId().equals(TRACE) && span.getKind() == SpanKind.CLIENT);

        assertThat(door.getParentSpanId()).isEqualTo(CALL);
        assertThat(door.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(statement.getParentSpanId()).isNotEqualTo("0000000000000000");
    }

    /** Nobody hides from the traces, nor fills them, at a door that others than the gateway call. */
    @Test
    void doesNotAskACallerOfAnotherDoorWhetherItIsTraced() {
        given().header("traceparent", "00-" + HIDDEN_TRACE + "-" + CALL + "-00")
                .auth()
                .oauth2(TokenForTests.of("traces", "integration").sign())
                .contentType("application/json")
                .body("[]")
                .post("/ingest/customers");

        assertThat(spans.await("of a batch", span -> span.getTraceId().equals(HIDDEN_TRACE))
                        .getKind())
                .isEqualTo(SpanKind.SERVER);
    }

    @Test
    void tellsNoValueOfAStatement() {
        Api.ingest("traces", "customers", "[{\"id\":\"secret-id\",\"name\":\"Secret Name\"}]");
        Api.admin("traces")
                .below(OTHER_TRACE, CALL)
                .data("{ customers(first: 1, search: \"secret\") { nodes { externalId name } } }");

        SpanData statement = spans.await(
                "of a statement on customers",
                span -> span.getTraceId().equals(OTHER_TRACE)
                        && span.getAttributes().toString().contains("customer"));

        assertThat(statement.getAttributes().toString()).doesNotContainIgnoringCase("secret");
    }
}
