package io.tideline.platform.metric;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code metrics.json}. The first variant of a metric is its default.
 * It is read from the JSON tree, because binding it by reflection took most of a second at start.
 */
record MetricFile(List<MetricDefinition> definitions, List<Decision> decisions) {

    static MetricFile of(JsonNode file) {
        List<MetricDefinition> definitions = new ArrayList<>();
        for (JsonNode metric : file.required("metrics")) {
            JsonNode variants = metric.required("variants");
            for (int i = 0; i < variants.size(); i++) {
                definitions.add(definition(text(metric, "key"), variants.get(i), i == 0));
            }
        }
        List<Decision> decisions = new ArrayList<>();
        file.required("decisions").forEach(decision -> decisions.add(decision(decision)));
        return new MetricFile(definitions, decisions);
    }

    private static MetricDefinition definition(String key, JsonNode variant, boolean isDefault) {
        return new MetricDefinition(
                key,
                text(variant, "variant"),
                variant.required("version").intValue(),
                text(variant, "title"),
                text(variant, "formula"),
                Unit.valueOf(text(variant, "unit")),
                direction(variant.required("higherIsBetter")),
                text(variant, "source"),
                text(variant, "description"),
                texts(variant, "edgeCases"),
                isDefault);
    }

    private static Decision decision(JsonNode decision) {
        return new Decision(
                text(decision, "id"),
                text(decision, "topic"),
                text(decision, "choice"),
                texts(decision, "alternatives"),
                texts(decision, "variants"));
    }

    private static @Nullable Boolean direction(JsonNode higherIsBetter) {
        return higherIsBetter.isNull() ? null : Boolean.valueOf(higherIsBetter.booleanValue());
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).textValue();
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.required(field).forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
