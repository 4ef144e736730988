package io.tideline.customer.kpi;

import io.tideline.platform.graph.Cost;
import io.tideline.platform.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** Where a running period is heading. */
@Description("Where a running period is heading.")
@Cost(weight = 0)
public record KpiPace(
        @Nullable
                @Description(
                        "Value at the end of the period if it goes on like this: done / days gone * days; null before it begins.")
                Double projected,
        @Nullable @Description("What should be done by now: target * days gone / days.") Double planToDate,
        @Nullable @Description("Done as a fraction of the plan to date; null where the plan is 0.") Double attainment,
        @Description("Days that have begun, the day of the reading included.") int daysGone,
        @Description("Days of the period.") int days) {

    static KpiPace of(Period period, LocalDate on, BigDecimal done, BigDecimal target) {
        long days = period.days();
        long gone = Math.max(0, Math.min(days, ChronoUnit.DAYS.between(period.from(), on) + 1));
        return new KpiPace(
                number(KpiRules.pace(done, gone, days)),
                number(KpiRules.planToDate(target, gone, days)),
                number(KpiRules.attainment(done, target, gone, days)),
                Math.toIntExact(gone),
                Math.toIntExact(days));
    }

    private static @Nullable Double number(@Nullable BigDecimal value) {
        return value == null ? null : Double.valueOf(value.doubleValue());
    }
}
