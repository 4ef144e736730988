package io.tideline.customer.kpi;

import io.tideline.platform.stat.Exact;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How values, changes and paces are judged; all in exact decimals, so that a value on the edge of its target is on the edge.
 * <pre>
 * change = (now - before) / |before|          none where before is 0: what was nothing is "new", not infinitely more
 * pace   = done / days gone * days of period  where the period ends if it goes on like this
 * plan   = target * days gone / days of period
 * </pre>
 */
final class KpiRules {
    private KpiRules() {}

    /**
     * @param more whether more is better; decides which end of a range is a miss and which only worth a look
     */
    static KpiStatus status(@Nullable TargetRange target, boolean more, @Nullable BigDecimal value) {
        if (value == null) {
            return KpiStatus.NO_VALUE;
        }
        if (target == null) {
            return KpiStatus.NO_TARGET;
        }
        if (!target.isReachedFromBelow(value)) {
            return more || target.max() == null ? KpiStatus.MISSED : KpiStatus.BELOW_RANGE;
        }
        if (!target.isKeptAbove(value)) {
            return more && target.min() != null ? KpiStatus.ABOVE_RANGE : KpiStatus.MISSED;
        }
        return KpiStatus.MET;
    }

    static @Nullable BigDecimal change(BigDecimal before, BigDecimal now) {
        return Exact.ratio(now.subtract(before), before.abs());
    }

    static boolean isNew(BigDecimal before, BigDecimal now) {
        return before.signum() == 0 && now.signum() != 0;
    }

    /** Change of the averages per day: periods of the same name may have different lengths. */
    static @Nullable BigDecimal changePerDay(BigDecimal before, long daysBefore, BigDecimal now, long daysNow) {
        return change(before.multiply(BigDecimal.valueOf(daysNow)), now.multiply(BigDecimal.valueOf(daysBefore)));
    }

    /** @param gone days of the period that have begun, the day of the reading included */
    static @Nullable BigDecimal pace(BigDecimal done, long gone, long days) {
        return Exact.ratio(done.multiply(BigDecimal.valueOf(days)), BigDecimal.valueOf(gone));
    }

    static @Nullable BigDecimal planToDate(BigDecimal target, long gone, long days) {
        return Exact.ratio(target.multiply(BigDecimal.valueOf(gone)), BigDecimal.valueOf(days));
    }

    /** Share of the plan to date that is done. */
    static @Nullable BigDecimal attainment(BigDecimal done, BigDecimal target, long gone, long days) {
        return Exact.ratio(done.multiply(BigDecimal.valueOf(days)), target.multiply(BigDecimal.valueOf(gone)));
    }
}
