package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.funnel.Facts;
import io.tideline.funnel.FeedForTests;
import io.tideline.test.GraphqlClient;
import io.tideline.test.ServiceTestResource;
import io.tideline.test.TokenForTests;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The numbers of results, from events and facts to the answer. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class FunnelResultIT {
    private static final Instant NOW = Instant.parse("2026-06-20T00:00:00Z");
    private static final String PERIOD = "period: { from: \"2026-01-01\", to: \"2027-01-01\" }";

    @Inject
    FeedForTests feed;

    /** FN-16. */
    @Test
    void tellsConvertedPendingAndDropped() {
        String tenant = "states";
        List<Map<String, String>> rows = new ArrayList<>();
        entry(rows, "fn16-1", 2, 1);
        entry(rows, "fn16-2", 9, 2);
        entry(rows, "fn16-3", 9, 5);
        entry(rows, "fn16-4", 9, 7);
        for (int age : List.of(3, 5, 6, 9, 9, 9)) {
            entry(rows, "fn16-open-" + rows.size(), age, -1);
        }
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B"), Map.of("window", "P7D"));

        JsonNode result = result(
                tenant,
                "options: { asOf: \"" + NOW + "\" }",
                "entered converted pending dropped overall { value } matured { value numerator denominator } "
                        + "expected { value interval { low high } } "
                        + "steps { pending dropped }");

        assertThat(result.get("entered").asInt()).isEqualTo(10);
        assertThat(result.get("converted").asInt()).isEqualTo(4);
        assertThat(result.get("pending").asInt()).isEqualTo(3);
        assertThat(result.get("dropped").asInt()).isEqualTo(3);
        assertThat(result.at("/overall/value").asDouble()).isEqualTo(0.4);
        assertThat(result.get("matured"))
                .isEqualTo(Api.json("{\"value\":0.5,\"numerator\":\"3\",\"denominator\":\"6\"}"));
        assertThat(result.at("/expected/value").asDouble()).isCloseTo(0.485714, within(1e-6));
        assertThat(result.at("/steps/0/pending").asInt()).isEqualTo(3);
        assertThat(result.at("/steps/0/dropped").asInt()).isEqualTo(3);
    }

    /** FN-09. */
    @Test
    void saysNothingOfNobody() {
        String tenant = "nobody";
        Api.define(tenant, "f", List.of("A", "B", "C"), Map.of("window", "P7D"));

        JsonNode result = result(
                tenant,
                "",
                "entered overall { value reason } matured { value reason } expected { value reason } "
                        + "steps { count stepRate { value reason } timeFromStart { median { value reason } } }");

        assertThat(result)
                .isEqualTo(
                        Api.json(
                                """
                                {"entered":0,
                                 "overall":{"value":null,"reason":"NO_DENOMINATOR"},
                                 "matured":{"value":null,"reason":"NO_DENOMINATOR"},
                                 "expected":{"value":null,"reason":"NO_DATA"},
                                 "steps":[
                                  {"count":0,"stepRate":{"value":null,"reason":"NO_DENOMINATOR"},"timeFromStart":{"median":{"value":null,"reason":"NO_DATA"}}},
                                  {"count":0,"stepRate":{"value":null,"reason":"NO_DENOMINATOR"},"timeFromStart":{"median":{"value":null,"reason":"NO_DATA"}}},
                                  {"count":0,"stepRate":{"value":null,"reason":"NO_DENOMINATOR"},"timeFromStart":{"median":{"value":null,"reason":"NO_DATA"}}}]}
                                """));
    }

    /** FN-11: its mean, median and 90th percentile. */
    @Test
    void sumsUpHowLongItTook() {
        String tenant = "times";
        List<Map<String, String>> rows = new ArrayList<>();
        for (int hours : List.of(1, 2, 4, 30)) {
            String customer = "c" + hours;
            rows.add(Api.event("a" + hours, customer, "A", NOW.toString()));
            rows.add(Api.event(
                    "b" + hours,
                    customer,
                    "B",
                    NOW.plus(Duration.ofHours(hours)).toString()));
        }
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B"), Map.of());

        JsonNode time = result(
                        tenant,
                        "",
                        "steps { timeFromPrevious { sampleSize mean { value unit } median { value } p90 { value } "
                                + "within(target: 7200) { value } } }")
                .at("/steps/1/timeFromPrevious");

        assertThat(time.get("sampleSize").asInt()).isEqualTo(4);
        assertThat(time.at("/mean/value").asDouble()).isCloseTo(9.25 * 3600, within(1e-6));
        assertThat(time.at("/median/value").asDouble()).isCloseTo(3 * 3600, within(1e-6));
        assertThat(time.at("/p90/value").asDouble()).isCloseTo(22.2 * 3600, within(1e-6));
        assertThat(time.at("/within/value").asDouble()).isEqualTo(0.25);
    }

    /** FN-21. */
    @Test
    void showsWhatOneStepNeedsForTheNext() {
        String tenant = "needed";
        List<String> stages = List.of("reach", "open", "first_reply", "inquiry", "quote", "deal", "repurchase");
        List<Integer> counts = List.of(1000, 400, 200, 100, 50, 20, 5);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int stage = 0; stage < stages.size(); stage++) {
            for (int customer = 0; customer < counts.get(stage); customer++) {
                rows.add(Api.event(
                        stage + "-" + customer,
                        "c" + customer,
                        stages.get(stage),
                        NOW.plusSeconds(stage).toString()));
            }
        }
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", stages, Map.of());

        JsonNode result =
                result(tenant, "", "steps { count stepRate { value } overallRate { value } neededPerNext { value } }");

        assertThat(values(result, "/count"))
                .isEqualTo(counts.stream().map(Double::valueOf).toList());
        assertThat(values(result, "/stepRate/value").subList(1, 7)).containsExactly(0.4, 0.5, 0.5, 0.5, 0.4, 0.25);
        assertThat(values(result, "/neededPerNext/value").subList(1, 7)).containsExactly(2.5, 2.0, 2.0, 2.0, 2.5, 4.0);
        assertThat(result.at("/steps/5/overallRate/value").asDouble()).isEqualTo(0.02);
    }

    @Test
    void listsDropoutsPageByPage() {
        String tenant = "dropouts";
        List<Map<String, String>> rows = new ArrayList<>();
        for (int customer = 0; customer < 45; customer++) {
            rows.add(Api.event("e" + customer, "c" + customer, "A", "2026-02-01T00:00:00Z"));
        }
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B"), Map.of("window", "P7D"));

        List<String> seen = new ArrayList<>();
        String after = "null";
        int pages = 0;
        for (boolean more = true; more; pages++) {
            JsonNode page = GraphqlClient.as(TokenForTests.of(tenant, "executive", "customer:read"))
                    .data(
                            "{ funnel(key: \"f\") { result(" + PERIOD
                                    + ") { steps { droppedCustomers(first: 20, after: " + after
                                    + ") { totalCount edges { cursor node { id } } nodes { id } pageInfo { hasNextPage endCursor } } } } } }")
                    .at("/funnel/result/steps/0/droppedCustomers");
            page.get("nodes").forEach(node -> seen.add(node.get("id").asText()));
            assertThat(page.get("totalCount").asInt()).isEqualTo(45);
            more = page.at("/pageInfo/hasNextPage").asBoolean();
            after = "\"" + page.at("/pageInfo/endCursor").asText() + "\"";
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(45).doesNotHaveDuplicates();
    }

    /** FN-24: June keeps its version, the trend has a break, and version 2 is asked for apart. */
    @Test
    void marksTheBreakInATrend() {
        String tenant = "break";
        Api.ingest(
                tenant,
                List.of(
                        Api.event("1", "june", "A", "2026-06-10T00:00:00Z"),
                        Api.event("2", "june", "B", "2026-06-11T00:00:00Z"),
                        Api.event("3", "july", "A", "2026-07-10T00:00:00Z"),
                        Api.event("4", "july", "C", "2026-07-11T00:00:00Z")));
        Api.define(tenant, "f", List.of("A", "B"), Map.of("validFrom", "2026-05-01T00:00:00Z"));
        Api.define(tenant, "f", List.of("A", "C"), Map.of("validFrom", "2026-07-01T00:00:00Z"));
        String months = "period: { from: \"2026-06-01\", to: \"2026-08-01\" }";
        String asOf = "options: { asOf: \"2026-08-02T00:00:00Z\" }";

        JsonNode funnel = Api.as(tenant, "executive")
                .data("{ funnel(key: \"f\") { "
                        + "june: result(period: { from: \"2026-06-01\", to: \"2026-07-01\" }, " + asOf
                        + ") { version converted } "
                        + "again: result(period: { from: \"2026-06-01\", to: \"2026-07-01\" }, "
                        + "options: { version: 2, asOf: \"2026-08-02T00:00:00Z\" }) { version converted } "
                        + "both: result(" + months + ", " + asOf + ") { version versionChanged } "
                        + "trend(granularity: MONTH, " + months + ", " + asOf
                        + ") { from definitionChanged complete result { version entered converted } } } }")
                .get("funnel");

        assertThat(funnel.get("june")).isEqualTo(Api.json("{\"version\":1,\"converted\":1}"));
        assertThat(funnel.get("again")).isEqualTo(Api.json("{\"version\":2,\"converted\":0}"));
        assertThat(funnel.get("both")).isEqualTo(Api.json("{\"version\":2,\"versionChanged\":true}"));
        assertThat(funnel.get("trend"))
                .isEqualTo(Api.json("[{\"from\":\"2026-06-01\",\"definitionChanged\":false,\"complete\":true,"
                        + "\"result\":{\"version\":1,\"entered\":1,\"converted\":1}},"
                        + "{\"from\":\"2026-07-01\",\"definitionChanged\":true,\"complete\":true,"
                        + "\"result\":{\"version\":2,\"entered\":1,\"converted\":1}}]"));
    }

    @Test
    void walksTheStandardFunnelOverTagsAndOrders() {
        String tenant = "standard";
        feed.tell(
                tenant,
                "tag.interval",
                Facts.tag(tenant, "k1", "reach", "2026-01-01T00:00:00Z", null),
                Facts.tag(tenant, "k1", "inquiry", "2026-01-03T00:00:00Z", "2026-01-05T00:00:00Z"),
                Facts.tag(tenant, "k2", "reach", "2026-01-02T00:00:00Z", null),
                Facts.tag(tenant, "k3", "reach", "2026-01-02T00:00:00Z", null),
                Facts.tag(tenant, "k3", "deal", "2026-01-09T00:00:00Z", null));
        feed.tell(
                tenant,
                "order.recorded",
                Facts.order(tenant, "o0", "k2", "2025-01-01T00:00:00Z"),
                Facts.order(tenant, "o1", "k1", "2026-01-10T00:00:00Z"),
                Facts.order(tenant, "o2", "k1", "2026-02-10T00:00:00Z"),
                Facts.order(tenant, "o3", "k2", "2026-02-10T00:00:00Z"));

        JsonNode standard = Api.as(tenant, "executive")
                .data(
                        "{ funnel(key: \"standard\") { version result(" + PERIOD
                                + ", options: { asOf: \"2026-06-01T00:00:00Z\" }) { entered converted pending steps { stage { key } count } } } }")
                .get("funnel");

        assertThat(values(standard.get("result"), "/count")).containsExactly(3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 2.0);
        assertThat(standard.at("/result/pending").asInt()).isEqualTo(1);
    }

    private JsonNode result(String tenant, String options, String fields) {
        return Api.as(tenant, "executive")
                .query("{ funnel(key: \"f\") { result(" + PERIOD + (options.isEmpty() ? "" : ", " + options) + ") { "
                        + fields + " } } }")
                .at("/data/funnel/result");
    }

    private static void entry(List<Map<String, String>> rows, String customer, int daysAgo, int convertedAfterDays) {
        Instant entered = NOW.minus(Duration.ofDays(daysAgo));
        rows.add(Api.event(customer + "-a", customer, "A", entered.toString()));
        if (convertedAfterDays >= 0) {
            rows.add(Api.event(
                    customer + "-b",
                    customer,
                    "B",
                    entered.plus(Duration.ofDays(convertedAfterDays)).toString()));
        }
    }

    private static List<Double> values(JsonNode result, String path) {
        return StreamSupport.stream(result.get("steps").spliterator(), false)
                .map(step -> step.at(path).asDouble())
                .toList();
    }
}
