package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.Statements;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields that are about the same customers read their journeys once, and say what each says alone. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class SharedReadingsIT {
    private static final String TENANT = "shared";
    private static final String OPEN = "period: { from: \"2025-05-01\", to: \"2199-01-01\" }";
    private static final String COUNTS = "entered converted steps { count dropped pending }";
    private static final String PLAIN = "plain: result(%s) { %s expected { value } }".formatted(OPEN, COUNTS);
    private static final Map<String, String> FIELDS = fields();

    @Inject
    FeedForTests feed;

    @Test
    void answersManyFieldsFromOneReading() {
        feed.tell(TENANT, "customer.changed", Facts.customer(TENANT, "c1", Map.of("market", "DE")));
        Api.ingest(
                TENANT,
                List.of(
                        Api.event("1", "c1", "A", "2025-05-02T00:00:00Z"),
                        Api.event("2", "c1", "X", "2025-05-02T12:00:00Z"),
                        Api.event("3", "c1", "B", "2025-05-03T00:00:00Z"),
                        Api.event("4", "c2", "A", "2025-06-04T00:00:00Z"),
                        Api.event("5", "c2", "B", "2025-06-04T00:00:00Z")));
        Api.define(TENANT, "f", List.of("A", "B"), Map.of("window", "P7D"));
        long once = readings(() -> asked(PLAIN));
        List<JsonNode> together = new ArrayList<>();

        long readings = readings(() -> together.add(asked(String.join(" ", FIELDS.values()))));

        assertThat(readings).isEqualTo(once).isPositive();
        JsonNode all = together.get(0);
        FIELDS.forEach(
                (name, field) -> assertThat(asked(field).get(name)).isNotNull().isEqualTo(all.get(name)));
        assertThat(all.at("/plain/converted").asInt()).isEqualTo(2);
        assertThat(all.at("/strict/converted").asInt()).isEqualTo(1);
        assertThat(all.get("heatMap")).hasSize(4);
    }

    private static long readings(Runnable work) {
        return Statements.during("funnel", work).onTable("journey_block");
    }

    private static JsonNode asked(String fields) {
        return Api.as(TENANT, "operations", "admin")
                .data("{ funnel(key: \"f\") { " + fields + " } }")
                .get("funnel");
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("plain", PLAIN);
        fields.put("strict", "strict: result(%s, options: { order: STRICT }) { %s }".formatted(OPEN, COUNTS));
        fields.put(
                "times",
                "times: result(%s) { steps { timeFromStart { median { value } } droppedCustomers { totalCount } } }"
                        .formatted(OPEN));
        fields.put("groups", "groups(by: MARKET, %s) { key result { %s } }".formatted(OPEN, COUNTS));
        fields.put(
                "heatMap",
                "heatMap(by: MARKET, granularity: MONTH, period: { from: \"2025-05-01\", to: \"2026-07-01\" }) { key from count }");
        fields.put(
                "compared",
                "compared: result(%s, options: { compat: POSTHOG }) { converted compat { differing ours { converted } } }"
                        .formatted(OPEN));
        return fields;
    }
}
