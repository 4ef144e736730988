package io.tideline.funnel;

import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.test.Figures;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;

/** All that the answers tell of a funnel, beside what the service says of it. */
final class FunnelFigures {
    private static final List<Integer> WINDOW_DAYS = List.of(1, 7, 30);
    private static final String PERIOD = "period: { from: \"2011-01-01\", to: \"2025-01-01\" }";
    private static final String READINGS =
            """
            fragment counts on FunnelResult { steps { count stepRate { value } overallRate { value } } }
            fragment times on FunnelResult {
              steps {
                timeFromPrevious { ...spread } timeFromStart { ...spread }
                distributionFromPrevious { ...ends } distributionFromStart { ...ends }
              }
            }
            fragment spread on DurationStats { sampleSize mean { value } median { value } p90 { value } }
            fragment ends on TimeDistribution { min: percentile(share: 0) { value } max: percentile(share: 1) { value } }
            """;

    private final String tenant;
    private final String name;
    private final Figures answer;
    private final List<String> stages;
    private final SoftAssertions softly;

    private FunnelFigures(String tenant, String name, Figures answer, SoftAssertions softly) {
        this.tenant = tenant;
        this.name = name;
        this.answer = answer;
        this.stages = answer.get("stages").each(Figures::asText);
        this.softly = softly;
    }

    /** @param customers to how many customers each event happened */
    static void compare(String tenant, String name, Figures answer, Map<String, Integer> customers, int anybody) {
        SoftAssertions softly = new SoftAssertions();
        FunnelFigures figures = new FunnelFigures(tenant, name, answer, softly);
        softly.assertThat(anybody)
                .as("%s: who is there", name)
                .isEqualTo(answer.get("entities_in_log").asInt());
        figures.compareInOrder();
        figures.compareAnyOrder(customers);
        softly.assertAll();
    }

    private void compareInOrder() {
        Api.define(tenant, name, stages, Map.of());
        StringBuilder query = new StringBuilder("{ funnel(key: \"" + name + "\") {");
        query.append(" best: result(%s) { ...counts }".formatted(PERIOD));
        query.append(reading("ordered_no_window", "", "...counts ...times"));
        for (int days : WINDOW_DAYS) {
            query.append(reading(withinOfFirst(days), ", window: \"P" + days + "D\"", "...counts"));
            query.append(reading(eachStepWithin(days), ", stepWindow: \"P" + days + "D\"", "...counts"));
        }
        JsonNode found =
                Api.as(tenant, "executive").data(query + " } }\n" + READINGS).get("funnel");
        compareSteps("ordered_no_window", found);
        for (int days : WINDOW_DAYS) {
            compareSteps(withinOfFirst(days), found);
            compareSteps(eachStepWithin(days), found);
        }
        compareTimes(found.get("ordered_no_window"));
        softly.assertThat(steps(found.get("best"), step -> step.get("count").asInt()))
                .as("%s, best entry", name)
                .isEqualTo(answer.get("ordered_no_window").get("counts").each(Figures::asInt));
    }

    private static String withinOfFirst(int days) {
        return "ordered_within_" + days + "d_of_first_stage";
    }

    private static String eachStepWithin(int days) {
        return "ordered_each_step_within_" + days + "d";
    }

    private static String reading(String alias, String window, String fields) {
        return " %s: result(%s, options: { reentry: FIRST_ENTRY%s }) { %s }".formatted(alias, PERIOD, window, fields);
    }

    private void compareSteps(String reading, JsonNode found) {
        Figures expected = answer.get(reading);
        JsonNode result = found.get(reading);
        softly.assertThat(steps(result, step -> step.get("count").asInt()))
                .as("%s %s", name, reading)
                .isEqualTo(expected.get("counts").each(Figures::asInt));
        softly.assertThat(steps(result, step -> rounded(step.at("/stepRate/value"))))
                .as("%s %s, step rates", name, reading)
                .isEqualTo(expected.get("step_conversion").each(FunnelFigures::rounded));
        softly.assertThat(steps(result, step -> rounded(step.at("/overallRate/value"))))
                .as("%s %s, overall rates", name, reading)
                .isEqualTo(expected.get("overall_conversion").each(FunnelFigures::rounded));
    }

    /** The answers name stages by their event: of one that stands twice they tell the second, which is never the first stage. */
    private void compareTimes(JsonNode result) {
        for (int stage = 1; stage < stages.size(); stage++) {
            compareTime(
                    "to " + stages.get(stage),
                    result.at("/steps/" + stage),
                    "FromPrevious",
                    answer.get("seconds_from_previous_stage").get(stages.get(stage)));
        }
        compareTime(
                "from first to last",
                result.at("/steps/" + (stages.size() - 1)),
                "FromStart",
                answer.get("seconds_first_to_last_stage"));
    }

    private void compareTime(String what, JsonNode step, String way, Figures expected) {
        JsonNode time = step.get("time" + way);
        softly.assertThat(time.get("sampleSize").asInt())
                .as("%s %s, how many", name, what)
                .isEqualTo(expected.get("n").asInt());
        for (String statistic : List.of("min", "max", "mean", "median", "p90")) {
            boolean isEnd = statistic.startsWith("m") && !statistic.startsWith("me");
            if (expected.has(statistic)) {
                softly.assertThat((isEnd ? step.get("distribution" + way) : time)
                                .at("/" + statistic + "/value")
                                .asDouble())
                        .as("%s %s, %s", name, what, statistic)
                        .isCloseTo(expected.get(statistic).asDouble(), within(0.001));
            }
        }
    }

    /** To have done all of some stages is to have done their events, in the answers once each: a stage that stands twice is asked for once. */
    private void compareAnyOrder(Map<String, Integer> customers) {
        softly.assertThat(stages.stream()
                        .map(stage -> customers.getOrDefault(stage, 0))
                        .toList())
                .as("%s: who did each stage", name)
                .isEqualTo(answer.get("any_order_has_stage_counts").each(Figures::asInt));
        StringBuilder query = new StringBuilder("{");
        for (int last = 1; last < stages.size(); last++) {
            String key = name + "-up-to-" + last;
            List<String> done = stages.subList(0, last + 1).stream().distinct().toList();
            Api.define(tenant, key, done, Map.of());
            query.append(" u%d: funnel(key: \"%s\") { result(%s, options: { order: ANY_ORDER }) { entered converted } }"
                    .formatted(last, key, PERIOD));
        }
        JsonNode found = Api.as(tenant, "executive").data(query.append(" }").toString());
        Figures allUpTo = answer.get("any_order_has_all_up_to");
        softly.assertThat(customers.getOrDefault(stages.get(0), 0))
                .as("%s: who did the first stage", name)
                .isEqualTo(allUpTo.get(0).asInt());
        softly.assertThat(IntStream.range(1, stages.size())
                        .mapToObj(last ->
                                found.at("/u" + last + "/result/converted").asInt())
                        .toList())
                .as("%s: who did all up to each stage", name)
                .isEqualTo(allUpTo.each(Figures::asInt).subList(1, stages.size()));
    }

    private static <T> List<T> steps(JsonNode result, Function<JsonNode, T> value) {
        return StreamSupport.stream(result.get("steps").spliterator(), false)
                .map(value)
                .toList();
    }

    private static String rounded(JsonNode number) {
        return number.isNull() ? "none" : "%.9f".formatted(number.asDouble());
    }

    private static String rounded(Figures number) {
        return number.isNone() ? "none" : "%.9f".formatted(number.asDouble());
    }
}
