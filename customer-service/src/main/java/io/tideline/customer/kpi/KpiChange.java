package io.tideline.customer.kpi;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** How two values of a KPI compare. */
@Description("How a value compares with the value of an earlier period.")
@Cost(weight = 0)
public record KpiChange(
        @Nullable @Description("(now - before) / |before|, as a fraction; null where before was 0.") Double relative,
        @Nullable @Description("The same for the averages per day, since the periods may differ in length.")
                Double relativePerDay,
        @Name("isNew") @Description("True where before was 0 and now is not: new, not infinitely more.") boolean isNew,
        @NonNull @Description("First local day of the earlier period.") LocalDate previousFrom,
        @NonNull @Description("First local day after the earlier period.") LocalDate previousTo,
        @Description("Days of the period.") int days,
        @Description("Days of the earlier period.") int previousDays) {

    static KpiChange of(KpiReading reading, Period period, BigDecimal before, BigDecimal now) {
        Period earlier = reading == KpiReading.YEAR_OVER_YEAR ? period.yearBefore() : period.previous();
        return new KpiChange(
                number(KpiRules.change(before, now)),
                number(KpiRules.changePerDay(before, earlier.days(), now, period.days())),
                KpiRules.isNew(before, now),
                earlier.from(),
                earlier.to(),
                Math.toIntExact(period.days()),
                Math.toIntExact(earlier.days()));
    }

    private static @Nullable Double number(@Nullable BigDecimal value) {
        return value == null ? null : Double.valueOf(value.doubleValue());
    }
}
