package io.tideline.roi.campaign;

import io.tideline.platform.stat.Exact;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign returned on what it cost.
 * <pre>net = (revenue - cost) / cost     gross = revenue / cost     per thousand = deals / (sends / 1000)</pre>
 * No value where nothing was spent or sent. Revenue, and so the return, may be negative when refunds outweigh orders.
 */
public final class CostRules {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private CostRules() {}

    /** Hours times hourly rate; null where either is unknown. */
    public static @Nullable BigDecimal labour(@Nullable BigDecimal hours, @Nullable BigDecimal rate) {
        return hours == null || rate == null ? null : hours.multiply(rate);
    }

    /** What is divided by the cost. */
    public static BigDecimal returned(BigDecimal revenue, BigDecimal cost, boolean gross) {
        return gross ? revenue : revenue.subtract(cost);
    }

    public static @Nullable BigDecimal roi(BigDecimal revenue, BigDecimal cost, boolean gross) {
        return Exact.ratio(returned(revenue, cost, gross), cost);
    }

    /** Sends in thousands, what deals are divided by. */
    public static BigDecimal thousands(long sends) {
        return BigDecimal.valueOf(sends).divide(THOUSAND, Exact.DIGITS);
    }

    public static @Nullable BigDecimal perThousandSends(long deals, long sends) {
        return Exact.ratio(BigDecimal.valueOf(deals), thousands(sends));
    }
}
