package io.tideline.funnel;

import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;

/** Figures of the logs that hold no order of stages: who did a stage at all, who did several, what became of them in the end. */
final class EveryFigure {
    private static final String NOBODY = "nobody did this";
    private static final String PERIOD = "period: { from: \"2011-01-01\", to: \"2025-01-01\" }";

    private EveryFigure() {}

    static void compareAnyOrder(
            SoftAssertions softly, String tenant, String name, List<String> stages, JsonNode answer) {
        for (int stage = 0; stage < stages.size(); stage++) {
            softly.assertThat(counted(tenant, name + "-has", List.of(stages.get(stage), NOBODY), "entered"))
                    .as("%s: who did %s", name, stages.get(stage))
                    .isEqualTo(answer.at("/any_order_has_stage_counts/" + stage).asInt());
            if (stage > 0 && stages.stream().distinct().count() == stages.size()) {
                softly.assertThat(counted(tenant, name + "-all", stages.subList(0, stage + 1), "converted"))
                        .as("%s: who did all up to %s", name, stages.get(stage))
                        .isEqualTo(
                                answer.at("/any_order_has_all_up_to/" + stage).asInt());
            }
        }
    }

    private static int counted(String tenant, String key, List<String> stages, String figure) {
        JsonNode defined = Api.define(tenant, key, stages, Map.of());
        int version = defined.at("/funnel/version").asInt();
        return Api.as(tenant, "executive")
                .data("{ funnel(key: \"" + key + "\") { result(" + PERIOD + ", options: { order: ANY_ORDER, version: "
                        + version + " }) { " + figure + " } } }")
                .at("/funnel/result/" + figure)
                .asInt();
    }

    /** Every application ends in one of these ways, and none in two. */
    static void compareEnds(SoftAssertions softly, String tenant, JsonNode ends) {
        ends.fields().forEachRemaining(end -> {
            String activity = "A_" + end.getKey().toUpperCase(java.util.Locale.ROOT);
            softly.assertThat(counted(tenant, "ends", List.of("A_SUBMITTED", activity), "converted"))
                    .as(activity)
                    .isEqualTo(end.getValue().asInt());
        });
    }

    /** Amounts stand as markets here. */
    static void compareSegments(SoftAssertions softly, String tenant, JsonNode segments) {
        Api.define(tenant, "activation", List.of("A_SUBMITTED", "A_ACTIVATED"), Map.of());
        JsonNode groups = Api.as(tenant, "executive")
                .data("{ funnel(key: \"activation\") { groups(by: MARKET, " + PERIOD
                        + ") { key result { entered converted overall { value } } } } }")
                .at("/funnel/groups");
        softly.assertThat(groups).hasSize(segments.size());
        groups.forEach(group -> {
            JsonNode segment = segments.get(group.get("key").asText());
            softly.assertThat(group.at("/result/entered").asInt())
                    .isEqualTo(segment.get("cases").asInt());
            softly.assertThat(group.at("/result/converted").asInt())
                    .isEqualTo(segment.get("activated").asInt());
            softly.assertThat(group.at("/result/overall/value").asDouble())
                    .isCloseTo(segment.get("rate").asDouble(), within(1e-12));
        });
    }

    static String segment(String amount) {
        int asked = Integer.parseInt(amount);
        return asked <= 5_000 ? "<=5000" : asked <= 15_000 ? "<=15000" : ">15000";
    }
}
