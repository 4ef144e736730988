package io.tideline.platform.metric;

import io.smallrye.graphql.api.federation.Shareable;
import io.tideline.platform.graph.Cost;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One way to compute a metric, fixed by its variant name and version. */
@Shareable
@Description("One way to compute a metric. Values of two variants or versions are never drawn as one series.")
@Cost(weight = 0)
public record MetricDefinition(
        @NonNull @Description("Metric: `nps`.") String key,
        @NonNull @Description("Full name of the way it is computed: `nps.0_10`.") String variant,
        @Description("Version of this variant; it grows when the formula or its source data change.") int version,
        @NonNull @Description("Title in English.") String title,
        @NonNull @Description("Formula in words and signs.") String formula,
        @NonNull @Description("Unit of the value.") Unit unit,
        @Nullable @Description("True when more is better, false when less is; null when neither is.")
                Boolean higherIsBetter,
        @NonNull @Description("Where the definition comes from.") String source,
        @NonNull @Description("What it tells, in one or two sentences.") String description,
        @NonNull @Description("What happens at the edges: nothing, zero, one, negative, late.")
                List<@NonNull String> edgeCases,
        @Name("isDefault") @Description("True for the variant an organisation gets without asking.")
                boolean isDefault) {

    public MetricDefinition {
        edgeCases = List.copyOf(edgeCases);
    }
}
