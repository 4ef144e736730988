package io.tideline.platform.metric;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shape of {@code metrics.json}. The first variant of a metric is its default. */
record MetricFile(List<Metric> metrics, List<Decision> decisions) {

    record Metric(String key, List<Variant> variants) {
        Stream<MetricDefinition> definitions() {
            return IntStream.range(0, variants.size())
                    .mapToObj(i -> variants.get(i).of(key, i == 0));
        }
    }

    record Variant(
            String variant,
            int version,
            String title,
            Unit unit,
            @Nullable Boolean higherIsBetter,
            String formula,
            String source,
            String description,
            List<String> edgeCases) {
        MetricDefinition of(String key, boolean isDefault) {
            return new MetricDefinition(
                    key,
                    variant,
                    version,
                    title,
                    formula,
                    unit,
                    higherIsBetter,
                    source,
                    description,
                    edgeCases,
                    isDefault);
        }
    }

    List<MetricDefinition> definitions() {
        return metrics.stream().flatMap(Metric::definitions).toList();
    }
}
