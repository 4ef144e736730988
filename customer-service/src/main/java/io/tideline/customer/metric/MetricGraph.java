package io.tideline.customer.metric;

import io.smallrye.graphql.api.federation.Authenticated;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.CurrentCaller;
import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.ListSize;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Every metric with its variants. */
@GraphQLApi
public class MetricGraph {
    private final MetricCatalog catalog = MetricCatalog.load();
    private final CurrentCaller callers;

    public MetricGraph(CurrentCaller callers) {
        this.callers = callers;
    }

    @ListSize(assumedSize = 140)
    @Query("metricDefinitions")
    @Authenticated
    @NonNull
    @Description(
            "Metrics with all their variants, the default variant of each first. Open to every caller with a token.")
    public Uni<List<@NonNull MetricDefinition>> metricDefinitions(
            @Name("keys") @Description("The only metrics to list, by key; by default all.") @Nullable
                    List<@Nullable String> keys) {
        callers.get();
        return Uni.createFrom().item(keys == null ? List.copyOf(catalog.definitions()) : only(keys));
    }

    private List<MetricDefinition> only(List<@Nullable String> keys) {
        List<MetricDefinition> listed = new ArrayList<>();
        for (@Nullable String key : new LinkedHashSet<>(keys)) {
            List<MetricDefinition> variants = key == null ? List.of() : catalog.variants(key);
            if (variants.isEmpty()) {
                throw AppException.badInput("keys", "There is no metric " + key + ".");
            }
            listed.addAll(variants);
        }
        return listed;
    }
}
