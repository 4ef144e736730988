package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.test.ServiceTestResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways to read a funnel that need more than an order and a window, from events to the answer. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class OptionsIT {
    private static final String TENANT = "options";
    private static final String QUESTION =
            """
            query($options: FunnelOptions) {
              funnel(key: "f") {
                result(period: { from: "2026-02-01", to: "2026-03-01" }, options: $options) { entered steps { count } }
              }
            }
            """;

    @BeforeEach
    void tell() {
        List<Map<String, String>> rows = new ArrayList<>();
        event(rows, "straight", "A", "01", "q1");
        event(rows, "straight", "B", "02", "q1");
        event(rows, "straight", "C", "03", "q1");
        event(rows, "excludedEarly", "A", "01", "q1");
        event(rows, "excludedEarly", "X", "02", "q1");
        event(rows, "excludedEarly", "B", "03", "q1");
        event(rows, "excludedEarly", "C", "04", "q1");
        event(rows, "excludedLate", "A", "01", "q1");
        event(rows, "excludedLate", "B", "02", "q1");
        event(rows, "excludedLate", "X", "03", "q1");
        event(rows, "excludedLate", "C", "04", "q1");
        event(rows, "twoQuotes", "A", "01", "q1");
        event(rows, "twoQuotes", "A", "02", "q2");
        event(rows, "twoQuotes", "B", "03", "q1");
        event(rows, "twoQuotes", "C", "04", "q2");
        rows.add(Api.event("earlier", "again", "A", "2026-01-05T00:00:00Z"));
        event(rows, "again", "A", "01", "q1");
        event(rows, "again", "B", "02", "q1");
        rows.add(Api.event("unheld", "straight", "A", "2026-02-09T00:00:00Z"));
        Api.ingest(TENANT, rows);
        Api.define(TENANT, "f", List.of("A", "B", "C"), Map.of());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing asked                    | {}                                                                  | 5 5 4",
                "excluded anywhere                | {\"exclude\":[\"X\"]}                                               | 5 4 2",
                "excluded between first and second| {\"exclusions\":[{\"event\":\"X\",\"before\":\"s1\"}]}              | 5 4 3",
                "excluded between second and third| {\"exclusions\":[{\"event\":\"X\",\"after\":\"s1\"}]}               | 5 5 3",
                "drops who is excluded            | {\"exclusions\":[{\"event\":\"X\",\"effect\":\"DROP_CUSTOMER\"}]}   | 3 3 2",
                "one quote all the way            | {\"hold\":\"quote\"}                                                | 5 5 3",
                "only the first entry ever        | {\"entry\":\"FIRST_EVER\"}                                          | 4 4 4",
                "attempts of one quote            | {\"hold\":\"quote\",\"unit\":\"ATTEMPT\"}                           | 6 5 3",
                "the earliest of the longest      | {\"reentry\":\"EARLIEST_LONGEST\"}                                  | 5 5 4"
            })
    void readsTheSameEventsIn(String name, String options, String counts) {
        JsonNode result = Api.as(TENANT, "executive")
                .data(QUESTION, Map.of("options", Api.json(options)))
                .at("/funnel/result");

        assertThat(counts(result)).as(name).isEqualTo(counts);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"window\":\"PT0S\"}                                                          | options.window",
                "{\"window\":\"P367D\"}                                                         | options.window",
                "{\"stepWindow\":\"PT0S\"}                                                      | options.stepWindow",
                "{\"hold\":\" \"}                                                               | options.hold",
                "{\"minimumSample\":0}                                                          | options.minimumSample",
                "{\"exclusions\":[{\"event\":\"X\",\"after\":\"nowhere\"}]}                     | options.exclusions.0.after",
                "{\"exclusions\":[{\"event\":\"X\",\"after\":\"s2\",\"before\":\"s1\"}]}        | options.exclusions.0.before",
                "{\"exclusions\":[{\"event\":\" \"}]}                                           | options.exclusions.0.event",
                "{\"exclusions\":[{\"event\":\"tag:typo\"}]}                                    | options.exclusions.0.event",
                "{\"exclude\":[\"X\",\" \"]}                                                    | options.exclude.1",
                "{\"exclude\":[\"X\",\"tag:typo\"]}                                             | options.exclude.1",
                "{\"order\":\"ANY_ORDER\",\"exclusions\":[{\"event\":\"X\",\"after\":\"s1\"}]}  | options.exclusions.0.after",
                "{\"order\":\"ANY_ORDER\",\"exclusions\":[{\"event\":\"X\",\"before\":\"s1\"}]} | options.exclusions.0.before"
            })
    void namesTheFieldOfAnOptionThatMakesNoSense(String options, String field) {
        JsonNode answer = Api.as(TENANT, "executive").query(QUESTION, Map.of("options", Api.json(options)));

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.at("/errors/0").toString()).contains(field);
    }

    /** Of q1 and q2 below only the one that a customer's first entry of all time named can be held. */
    @Test
    void holdsTheValueOfTheFirstEntryEver() {
        String tenant = "first-held";
        List<Map<String, String>> rows = new ArrayList<>();
        rows.add(entered("laterQuote", "2025-12-05T00:00:00Z", "q1"));
        event(rows, "laterQuote", "A", "01", "q2");
        event(rows, "laterQuote", "B", "02", "q2");
        rows.add(Api.event("without", "firstWithout", "A", "2026-02-01T00:00:00Z"));
        event(rows, "firstWithout", "A", "02", "q1");
        event(rows, "firstWithout", "B", "03", "q1");
        event(rows, "bothQuotes", "A", "01", "q1");
        event(rows, "bothQuotes", "A", "02", "q2");
        event(rows, "bothQuotes", "B", "03", "q1");
        event(rows, "bothQuotes", "B", "04", "q2");
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B"), Map.of());

        JsonNode result = Api.as(tenant, "executive")
                .data(
                        QUESTION,
                        Map.of(
                                "options",
                                Api.json("{\"hold\":\"quote\",\"entry\":\"FIRST_EVER\",\"unit\":\"ATTEMPT\"}")))
                .at("/funnel/result");

        assertThat(counts(result)).isEqualTo("1 1");
    }

    /** The second attempt is dropped after the first has converted. */
    @ParameterizedTest
    @CsvSource({"FIRST_ENTRY, 1 1", "BEST_ENTRY, 1 1", "EARLIEST_LONGEST, 1 1", "NEAREST, 0 0", "EACH_ATTEMPT, 0 0"})
    void dropsAfterAConversionWhereAllAttemptsAreLookedAt(String reentry, String counts) {
        String tenant = "dropped-later";
        List<Map<String, String>> rows = new ArrayList<>();
        int day = 1;
        for (String name : List.of("A", "B", "A", "X")) {
            event(rows, "again", name, "0" + day++, "q1");
        }
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B"), Map.of());

        JsonNode result = Api.as(tenant, "executive")
                .data(
                        QUESTION,
                        Map.of(
                                "options",
                                Map.of(
                                        "reentry",
                                        reentry,
                                        "exclusions",
                                        List.of(Map.of("event", "X", "effect", "DROP_CUSTOMER")))))
                .at("/funnel/result");

        assertThat(counts(result)).isEqualTo(counts);
    }

    /** FN-11: its other percentiles, both ways. */
    @Test
    void spreadsTheTimesOfThoseWhoMadeTheWay() {
        String tenant = "spread";
        List<Map<String, String>> rows = new ArrayList<>();
        for (int hours : List.of(1, 2, 4, 30)) {
            rows.add(Api.event("a" + hours, "c" + hours, "A", "2026-02-01T00:00:00Z"));
            rows.add(Api.event(
                    "b" + hours,
                    "c" + hours,
                    "B",
                    java.time.Instant.parse("2026-02-01T00:00:00Z")
                            .plus(java.time.Duration.ofHours(hours))
                            .toString()));
        }
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B"), Map.of());

        JsonNode times = Api.as(tenant, "executive")
                .data(
                        """
                        { funnel(key: "f") { result(period: { from: "2026-02-01", to: "2026-03-01" }) { steps { distributionFromStart {
                          sampleSize p25: percentile(share: 0.25) { value } p75: percentile(share: 0.75) { value }
                          disc: percentile(share: 0.9, method: DISCRETE) { value }
                          whole: histogram(buckets: 3) { fromSeconds toSeconds count }
                          cut: histogram(buckets: 2, upToSeconds: 14400) { toSeconds count } } } } } }
                        """)
                .at("/funnel/result/steps");

        assertThat(times.at("/1/distributionFromStart"))
                .isEqualTo(
                        Api.json(
                                """
                                {"sampleSize":4,"p25":{"value":6300.0},"p75":{"value":37800.0},"disc":{"value":108000.0},
                                 "whole":[{"fromSeconds":0.0,"toSeconds":36000.0,"count":3},{"fromSeconds":36000.0,"toSeconds":72000.0,"count":0},
                                          {"fromSeconds":72000.0,"toSeconds":108000.0,"count":1}],
                                 "cut":[{"toSeconds":7200.0,"count":1},{"toSeconds":14400.0,"count":2},{"toSeconds":null,"count":1}]}
                                """));
        assertThat(times.at("/0/distributionFromStart"))
                .isEqualTo(
                        Api.json(
                                """
                                {"sampleSize":0,"p25":{"value":null},"p75":{"value":null},"disc":{"value":null},"whole":[],"cut":[]}
                                """));
    }

    private static String counts(JsonNode result) {
        return StreamSupport.stream(result.get("steps").spliterator(), false)
                .map(step -> step.get("count").asText())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> entered(String customer, String at, String quote) {
        return Map.of("id", customer + at, "customer", customer, "name", "A", "at", at, "quote", quote);
    }

    private static void event(List<Map<String, String>> rows, String customer, String name, String day, String quote) {
        rows.add(Map.of(
                "id",
                customer + rows.size(),
                "customer",
                customer,
                "name",
                name,
                "at",
                "2026-02-" + day + "T00:00:00Z",
                "quote",
                quote));
    }
}
