package io.tideline.roi.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is a refund: a negative amount, or a row that names the order it takes back. An amount of 0 that names none is an order. */
final class RefundRules {
    private RefundRules() {}

    static boolean isRefund(BigDecimal amount, @Nullable String refundOf) {
        return amount.signum() < 0 || refundOf != null;
    }

    /** The amount as it counts in revenue: a refund's is negative, whichever sign it was sent with. */
    static BigDecimal signed(BigDecimal amount, boolean refund) {
        return refund ? amount.abs().negate() : amount;
    }
}
