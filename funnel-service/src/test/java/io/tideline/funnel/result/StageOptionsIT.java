package io.tideline.funnel.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stages that may be left out, and how long it may take from one to the next. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class StageOptionsIT {
    private static final String TENANT = "optional";
    private static final String QUESTION =
            """
            query($options: FunnelOptions) {
              funnel(key: "f") {
                result(period: { from: "2026-02-01", to: "2026-03-01" }, options: $options) { steps { count stepRate { value } } }
              }
            }
            """;

    /** Four customers on the way from A to D, past B, which is optional, and C. */
    @BeforeEach
    void tell() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String way : List.of("ABCD", "ACD", "AB", "AD")) {
            for (int at = 0; at < way.length(); at++) {
                rows.add(Api.event(way + at, way, way.substring(at, at + 1), "2026-02-0" + (at + 1) + "T00:00:00Z"));
            }
        }
        Api.ingest(TENANT, rows);
        List<Map<String, Object>> stages = Stream.of("A", "B", "C", "D")
                .map(name -> Map.of(
                        "key", name, "title", name, "match", Map.of("event", name), "optional", name.equals("B")))
                .toList();
        Api.define(TENANT, "f", stages, Map.of(), "operations");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                  | 4 2 2 2 | 0.5",
                "{\"skip\":\"STRICT\"}               | 4 2 2 2 | 0.5",
                "{\"skip\":\"SKIP_COUNTS_AS_PASSED\"}| 4 2 3 3 | 0.75"
            })
    void countsAnOptionalStageAsSeenOnlyByWhoWasThere(String options, String counts, double rate) {
        JsonNode result = Api.as(TENANT, "executive")
                .data(QUESTION, Map.of("options", Api.json(options)))
                .at("/funnel/result");

        assertThat(counts(result)).isEqualTo(counts);
        assertThat(result.at("/steps/2/stepRate/value").asDouble()).isEqualTo(rate);
    }

    @Test
    void readsNoOptionalStageInAnyOrder() {
        JsonNode answer =
                Api.as(TENANT, "executive").query(QUESTION, Map.of("options", Api.json("{\"order\":\"ANY_ORDER\"}")));

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.at("/errors/0").toString()).contains("options.order");
    }

    /** Of five entries one has converted, one may still, and three have let a step's time pass, of which one is younger than two steps. */
    @Test
    void isOverWithItsStepsWhereItHasNoWindow() {
        String tenant = "step-window";
        List<Map<String, String>> rows = new ArrayList<>();
        rows.add(Api.event("e0", "converted", "A", "2026-02-01T00:00:00Z"));
        rows.add(Api.event("e1", "converted", "B", "2026-02-02T12:00:00Z"));
        rows.add(Api.event("e2", "converted", "C", "2026-02-04T12:00:00Z"));
        rows.add(Api.event("e3", "stuck", "A", "2026-02-01T00:00:00Z"));
        rows.add(Api.event("e4", "late", "A", "2026-02-01T00:00:00Z"));
        rows.add(Api.event("e5", "late", "B", "2026-02-03T12:00:00Z"));
        rows.add(Api.event("e6", "recent", "A", "2026-02-17T00:00:00Z"));
        rows.add(Api.event("e7", "open", "A", "2026-02-19T00:00:00Z"));
        Api.ingest(tenant, rows);
        Api.define(tenant, "f", List.of("A", "B", "C"), Map.of());

        JsonNode result = Api.as(tenant, "executive")
                .data(
                        """
                        { funnel(key: "f") { result(period: { from: "2026-02-01", to: "2026-03-01" },
                            options: { stepWindow: "P2D", asOf: "2026-02-20T00:00:00Z" }) {
                          entered converted pending dropped matured { numerator denominator } expected { value } } } }
                        """)
                .at("/funnel/result");

        assertThat(Stream.of("entered", "converted", "pending", "dropped")
                        .map(state -> result.get(state).asInt()))
                .containsExactly(5, 1, 1, 3);
        assertThat(result.get("matured")).isEqualTo(Api.json("{\"numerator\":\"1\",\"denominator\":\"3\"}"));
        assertThat(result.at("/expected/value").asDouble()).isCloseTo(0.25, within(1e-6));
    }

    private static String counts(JsonNode result) {
        return StreamSupport.stream(result.get("steps").spliterator(), false)
                .map(step -> step.get("count").asText())
                .collect(Collectors.joining(" "));
    }
}
