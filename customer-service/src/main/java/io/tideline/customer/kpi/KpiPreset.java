package io.tideline.customer.kpi;

import io.tideline.platform.graph.Granularity;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A KPI as an organisation gets it without asking.
 *
 * @param source its number in the list of requirements
 * @param variant full name of the metric variant that the target speaks of
 * @param period length of time that one value covers
 * @param cadence how often it is read, the usual first
 */
record KpiPreset(
        String key,
        String title,
        KpiLayer layer,
        String source,
        String variant,
        KpiReading reading,
        @Nullable BigDecimal min,
        boolean minIncluded,
        @Nullable BigDecimal max,
        boolean maxIncluded,
        Granularity period,
        List<Granularity> cadence,
        List<KpiAudience> audience) {
    KpiPreset {
        cadence = List.copyOf(cadence);
        audience = List.copyOf(audience);
    }

    TargetRange range() {
        return new TargetRange(min, minIncluded, max, maxIncluded);
    }

    boolean hasTarget() {
        return min != null || max != null;
    }

    /** The metric that the KPI reads, whatever the variant. */
    String metric() {
        return KpiPresets.METRICS.definition(variant).key();
    }
}
