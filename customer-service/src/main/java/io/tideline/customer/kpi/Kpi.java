package io.tideline.customer.kpi;

import io.tideline.platform.graph.Granularity;
import io.tideline.platform.metric.MetricDefinition;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A key performance indicator of one organisation on one day. */
@Description("A key performance indicator: a metric with a target, a rhythm and an audience.")
public record Kpi(
        @NonNull @Description("Stable key.") String key,
        @NonNull @Description("Title in English.") String title,
        @NonNull @Description("Whose board it is on.") KpiLayer layer,
        @NonNull @Description("Metric and variant that it reads, with the formula.") MetricDefinition definition,
        @NonNull @Description("What of the metric the target speaks of.") KpiReading reading,
        @Nullable @Description("Where it should lie; null for a KPI that is only compared.") KpiTarget target,
        @NonNull @Description("How often it is read, the usual rhythm first.") List<@NonNull Granularity> cadence,
        @NonNull @Description("Who it is for.") List<@NonNull KpiAudience> audience,
        @NonNull @Description("Its number in the list of requirements.") String source,
        @Ignore @Nullable TargetRange range) {
    public Kpi {
        cadence = List.copyOf(cadence);
        audience = List.copyOf(audience);
    }

    /** @param set the organisation's own target, or null for the preset */
    static Kpi of(KpiPreset preset, @Nullable SetTarget set) {
        String variant = set == null ? preset.variant() : set.variant();
        TargetRange range = set == null ? preset.range() : preset.range().withEnds(set.min(), set.max());
        boolean hasTarget = set != null || preset.hasTarget();
        return new Kpi(
                preset.key(),
                preset.title(),
                preset.layer(),
                KpiPresets.METRICS.definition(variant),
                preset.reading(),
                hasTarget ? KpiTarget.of(range, variant, preset.period(), set == null ? null : set.validFrom()) : null,
                preset.cadence(),
                preset.audience(),
                preset.source(),
                hasTarget ? range : null);
    }

    boolean moreIsBetter() {
        return !Boolean.FALSE.equals(definition.higherIsBetter());
    }
}
