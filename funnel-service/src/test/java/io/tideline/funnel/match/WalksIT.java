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
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private static final List<String> ENUMS = List.of(
            "STRICT",
            "ANY_ORDER",
            "FIRST_ENTRY",
            "BEST_ENTRY",
            "EARLIEST_LONGEST",
            "NEAREST",
            "EACH_ATTEMPT",
            "ATTEMPT",
            "CUSTOMER");
    /** A period has whole days: where a case has one, its minutes are told as days. */
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "walks.csv", delimiter = '|')
    void answersWhatTheTableSays(String name, String steps, String options, String customers, String counts) {
        Assumptions.assumeTrue(
                steps.strip().matches("[A-Z]\\??( [A-Z]\\??)*"), "an event matches one stage only, or its repetition");
        String tenant = "walk-" + Integer.toHexString(name.hashCode());
        List<String> given =
                options == null ? List.of() : List.of(options.strip().split("\\s+"));
        boolean isLong = given.stream().anyMatch(option -> option.startsWith("entry="));
        int scale = isLong ? MINUTES_OF_A_DAY : 1;

        Api.ingest(tenant, events(customers, scale));
        Api.define(tenant, "walk", stages(steps.strip().split(" ")), Map.of(), "operations");
        JsonNode result = Api.as(tenant, "executive")
                .data(
                        """
                        query($period: PeriodInput!, $options: FunnelOptions) {
                          funnel(key: "walk") { result(period: $period, options: $options) { entered steps { count } } }
                        }
                        """,
                        Map.of("period", period(given), "options", options(WalkCase.of(steps, options), given, scale)))
                .at("/funnel/result");

        assertThat(StreamSupport.stream(result.get("steps").spliterator(), false)
                        .map(step -> step.get("count").asText())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(counts.strip());
    }

    private static List<Map<String, String>> events(String customers, int scale) {
        List<Map<String, String>> rows = new ArrayList<>();
        String[] each = customers.split(";");
        for (int customer = 0; customer < each.length; customer++) {
            for (String moment : each[customer].strip().split("\\s+")) {
                rows.add(Api.event(
                        "e" + rows.size(),
                        "c" + customer,
                        moment.substring(0, 1),
                        START.plus(WalkCase.micros(moment.substring(1)) * scale, ChronoUnit.MICROS)
                                .toString()));
            }
        }
        return rows;
    }

    private static List<Map<String, Object>> stages(String[] steps) {
        List<Map<String, Object>> stages = new ArrayList<>();
        for (String step : steps) {
            String event = step.substring(0, 1);
            stages.add(Map.of(
                    "key",
                    "s" + stages.size(),
                    "title",
                    event,
                    "match",
                    Map.of("event", event),
                    "optional",
                    step.endsWith("?")));
        }
        return stages;
    }

    private static Map<String, String> period(List<String> given) {
        String[] days = given.stream()
                .filter(option -> option.startsWith("entry="))
                .map(option -> option.substring("entry=".length()))
                .findFirst()
                .orElse("-100..100")
                .split("\\.\\.");
        return Map.of("from", day(days[0]), "to", day(days[1]));
    }

    private static String day(String number) {
        return START.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(Long.parseLong(number))
                .toString();
    }

    private static Map<String, Object> options(WalkCase walk, List<String> given, int scale) {
        FunnelRules rules = walk.rules();
        Map<String, Object> options = new HashMap<>();
        given.stream().filter(ENUMS::contains).forEach(word -> options.put(argument(word), word));
        if (rules.window() != FunnelRules.ENDLESS) {
            options.put(
                    "window",
                    Duration.of(rules.window() * scale, ChronoUnit.MICROS).toString());
        }
        if (rules.stepWindow() != FunnelRules.ENDLESS) {
            options.put(
                    "stepWindow",
                    Duration.of(rules.stepWindow() * scale, ChronoUnit.MICROS).toString());
        }
        if (given.contains("skip")) {
            options.put("skip", "SKIP_COUNTS_AS_PASSED");
        }
        options.put("tieToleranceMs", (int) Math.max(rules.tolerance() / 1000, 0));
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
