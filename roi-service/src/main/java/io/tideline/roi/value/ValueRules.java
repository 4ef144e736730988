package io.tideline.roi.value;

import io.tideline.platform.stat.Exact;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Value of a customer against the cost of winning one.
 * <pre>
 * simple value  = average purchase value × purchases a year × years × margin
 * by churn      = revenue a month × margin / churn a month
 * payback       = acquisition cost / (revenue a month × margin), in months
 * </pre>
 * Margin is a share of revenue, 1 where costs of goods are not known. Without churn, revenue or cost there is no value.
 */
public final class ValueRules {
    private ValueRules() {}

    public static BigDecimal simple(BigDecimal purchase, BigDecimal aYear, BigDecimal years, BigDecimal margin) {
        return purchase.multiply(aYear).multiply(years).multiply(margin);
    }

    public static @Nullable BigDecimal byChurn(BigDecimal revenueAMonth, BigDecimal margin, BigDecimal churnAMonth) {
        return Exact.ratio(revenueAMonth.multiply(margin), churnAMonth);
    }

    public static @Nullable BigDecimal payback(BigDecimal cost, BigDecimal revenueAMonth, BigDecimal margin) {
        return Exact.ratio(cost, revenueAMonth.multiply(margin));
    }

    /** Value per unit of cost; 3 or more is wanted. */
    public static @Nullable BigDecimal toCost(BigDecimal value, BigDecimal cost) {
        return Exact.ratio(value, cost);
    }
}
