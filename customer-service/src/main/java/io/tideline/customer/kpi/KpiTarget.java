package io.tideline.customer.kpi;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.graph.Decimal;
import io.tideline.platform.graph.Granularity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Where a KPI should lie. */
@Description("Where a KPI should lie, in the unit of its metric or, for a reading of change, as a fraction.")
@Cost(weight = 0)
public record KpiTarget(
        @Nullable @Description("Lower end; null where there is none.") Decimal min,
        @Nullable @Description("Upper end; null where there is none.") Decimal max,
        @Description("False where the value must be greater than `min`, not equal to it.") boolean minIncluded,
        @Description("False where the value must be less than `max`, not equal to it.") boolean maxIncluded,
        @NonNull
                @Description(
                        "Metric variant the target speaks of; a value of another variant must not be held against it.")
                String variant,
        @NonNull @Description("Length of time that one value covers.") Granularity period,
        @Nullable @Description("First local day the target holds; null for the preset.") LocalDate validFrom,
        @Name("isPreset") @Description("True where the organisation has set no target of its own.") boolean isPreset) {

    static KpiTarget of(TargetRange range, String variant, Granularity period, @Nullable LocalDate validFrom) {
        return new KpiTarget(
                decimal(range.min()),
                decimal(range.max()),
                range.minIncluded(),
                range.maxIncluded(),
                variant,
                period,
                validFrom,
                validFrom == null);
    }

    private static @Nullable Decimal decimal(@Nullable BigDecimal value) {
        return value == null ? null : new Decimal(value);
    }
}
