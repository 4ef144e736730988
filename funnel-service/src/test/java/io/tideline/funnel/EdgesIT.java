package io.tideline.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.test.ServiceTestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no honest client sends is refused where it comes in; it is never a fault of the service. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class EdgesIT {
    private static final String TENANT = "edges";
    private static final String YEAR = "period: { from: \"2025-01-01\", to: \"2026-01-01\" }";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "at, \"+999999-01-01T00:00:00Z\"",
                "at, \"1899-12-31T00:00:00Z\"",
                "at, \"2200-01-01T00:00:00Z\"",
                "at, \"2025-13-01T00:00:00Z\"",
                "at, \"2025-01-01T00:00:00\"",
                "at, 1735689600",
                "at, null",
                "id, LONG",
                "customer, LONG",
                "customer, \"\\u0000\"",
                "customer, \"\\udc00\"",
                "customer, [\"c\"]",
                "name, \"\"",
                "properties, `{\"deep\":{\"nul\":\"a\\u0000\"}}`"
            })
    void refusesARowAndTakesTheNext(String field, String value) {
        String bad = row(field, value.equals("LONG") ? "\"" + "x".repeat(301) + "\"" : value);

        JsonNode answer = Api.ingest(TENANT, "[" + bad + "," + row("none", "1") + "]");

        assertThat(answer.at("/rows/0/status").asText()).as(answer.toString()).isEqualTo("REJECTED");
        assertThat(answer.at("/rows/0/field").asText()).as(answer.toString()).isEqualTo(field);
        assertThat(answer.at("/rows/1/status").asText()).as(answer.toString()).isNotEqualTo("REJECTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "result(period: { from: \"2025-01-01\", to: \"2025-01-01\" }) { entered }",
                "result(period: { from: \"2025-01-02\", to: \"2025-01-01\" }) { entered }",
                "result(period: { from: \"+999999999-01-01\", to: \"+999999999-12-31\" }) { entered }",
                "trend(granularity: DAY, period: { from: \"1925-01-01\", to: \"2025-01-01\" }) { complete }",
                "result(" + YEAR + ", options: { asOf: \"+999999999-12-31T23:59:59Z\" }) { entered }",
                "result(" + YEAR + ", options: { asOf: \"-999999999-01-01T00:00:00Z\" }) { entered }",
                "result(" + YEAR + ", options: { asOf: \"2200-01-01T00:00:00Z\" }) { entered }",
                "result(" + YEAR + ", options: { window: \"-P1D\" }) { entered }",
                "result(" + YEAR + ", options: { window: \"PT9223372036854775807S\" }) { entered }",
                "result(" + YEAR + ", options: { stepWindow: \"PT0S\" }) { entered }",
                "result(" + YEAR + ", options: { tieToleranceMs: -1 }) { entered }",
                "result(" + YEAR + ", options: { tieToleranceMs: 2147483647 }) { entered }",
                "result(" + YEAR + ", options: { version: 99 }) { entered }",
                "result(" + YEAR + ", segment: { agents: [\"x\"] }) { entered }",
                "result(" + YEAR + ", segment: { markets: [\"a\\u0000b\"] }) { entered }",
                "result(" + YEAR + ") { steps { droppedCustomers(first: 101) { totalCount } } }",
                "result(" + YEAR + ") { steps { droppedCustomers(after: \"AAAA\") { totalCount } } }"
            })
    void refusesQuestionsThatMeanNothing(String field) {
        Api.define(TENANT, "f", List.of("A", "B"), Map.of());

        JsonNode answer = Api.as(TENANT, "executive", "admin").query("{ funnel(key: \"f\") { " + field + " } }");

        assertThat(answer.get("errors")).as(answer.toString()).isNotEmpty();
        assertThat(answer.at("/errors/0/extensions/code").asText())
                .as(answer.toString())
                .isIn("BAD_USER_INPUT", "INVALID_CURSOR", "NOT_FOUND", "");
    }

    /** The day that summer time ends has 25 hours in Berlin, the day it begins 23. */
    @Test
    void cutsDaysWhereTheClockIsMoved() {
        String tenant = "edges-dst";
        Api.ingest(
                tenant,
                List.of(
                        Api.event("1", "a", "A", "2026-03-28T22:59:59Z"),
                        Api.event("2", "b", "A", "2026-03-28T23:00:00Z"),
                        Api.event("3", "c", "A", "2026-03-29T21:59:59Z"),
                        Api.event("4", "d", "A", "2026-03-29T22:00:00Z")));
        Api.define(tenant, "f", List.of("A", "B"), Map.of());

        JsonNode trend = Api.as(tenant, "executive")
                .data(
                        "{ funnel(key: \"f\") { trend(granularity: DAY, period: { from: \"2026-03-28\", to: \"2026-03-31\", timeZone: \"Europe/Berlin\" }) { from result { entered } } } }")
                .at("/funnel/trend");

        assertThat(trend.findValuesAsText("entered")).containsExactly("1", "2", "1");
    }

    private static String row(String field, String value) {
        Map<String, String> fields = new java.util.LinkedHashMap<>(
                Map.of("customer", "\"c\"", "name", "\"A\"", "at", "\"2025-01-01T00:00:00Z\""));
        fields.put(field, value);
        StringBuilder text = new StringBuilder();
        fields.forEach((name, content) -> text.append(text.isEmpty() ? "{" : ",")
                .append('"')
                .append(name)
                .append("\":")
                .append(content));
        return text.append('}').toString();
    }
}
