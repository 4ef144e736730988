package io.tideline.funnel.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tideline.funnel.Api;
import io.tideline.test.ServiceTestResource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The same table of cases as the machine's own test, from the door to the answer. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "funnel"))
class WalksIT {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> ENUMS = List.of(
            "STRICT", "ANY_ORDER", "FIRST_ENTRY", "BEST_ENTRY", "NEAREST", "EACH_ATTEMPT", "ATTEMPT", "CUSTOMER");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "walks.csv", delimiter = '|')
    void answersWhatTheTableSays(String name, String steps, String options, String customers, String counts) {
        Assumptions.assumeTrue(
                name.startsWith("FN-") && steps.strip().matches("[A-Z]( [A-Z])*"), "needs more than events and days");
        String tenant = "walk-" + Integer.toHexString(name.hashCode());
        WalkCase walk = WalkCase.of(steps, options);

        Api.ingest(tenant, events(customers));
        Api.define(tenant, "walk", List.of(steps.strip().split(" ")), Map.of());
        JsonNode result = Api.as(tenant, "executive")
                .data(
                        """
                        query($options: FunnelOptions) {
                          funnel(key: "walk") {
                            result(period: { from: "2025-12-01", to: "2026-06-01" }, options: $options) { entered steps { count } }
                          }
                        }
                        """,
                        Map.of("options", options(walk, options)))
                .at("/funnel/result");

        assertThat(StreamSupport.stream(result.get("steps").spliterator(), false)
                        .map(step -> step.get("count").asText())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(counts.strip());
    }

    private static List<Map<String, String>> events(String customers) {
        List<Map<String, String>> rows = new ArrayList<>();
        String[] each = customers.split(";");
        for (int customer = 0; customer < each.length; customer++) {
            for (String moment : each[customer].strip().split("\\s+")) {
                rows.add(Map.of(
                        "id",
                        "e" + rows.size(),
                        "customer",
                        "c" + customer,
                        "name",
                        moment.substring(0, 1),
                        "at",
                        START.plus(WalkCase.micros(moment.substring(1)), ChronoUnit.MICROS)
                                .toString()));
            }
        }
        return rows;
    }

    private static Map<String, Object> options(WalkCase walk, String given) {
        Map<String, Object> options = new HashMap<>();
        List<String> words =
                given == null ? List.of() : Arrays.asList(given.strip().split("\\s+"));
        words.stream().filter(ENUMS::contains).forEach(word -> options.put(argument(word), word));
        if (walk.rules().window() != FunnelRules.ENDLESS) {
            options.put(
                    "window",
                    Duration.of(walk.rules().window(), ChronoUnit.MICROS).toString());
        }
        options.put("tieToleranceMs", (int) Math.max(walk.rules().tolerance() / 1000, 0));
        options.put("exclude", walk.excluded());
        return options;
    }

    private static String argument(String word) {
        return switch (word) {
            case "STRICT", "ANY_ORDER" -> "order";
            case "ATTEMPT", "CUSTOMER" -> "unit";
            default -> "reentry";
        };
    }
}
