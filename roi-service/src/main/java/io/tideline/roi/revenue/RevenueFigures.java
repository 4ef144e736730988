package io.tideline.roi.revenue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts and sums of one cell of a period.
 *
 * @param buyers customers with an order
 * @param repeatBuyers customers with two orders or more
 * @param newBuyers customers whose first order of all is here
 * @param orders orders, refunds not counted
 * @param amounts net amount and orders by currency
 */
record RevenueFigures(long buyers, long repeatBuyers, long newBuyers, long orders, Map<String, InCurrency> amounts) {
    static final RevenueFigures NONE = new RevenueFigures(0, 0, 0, 0, Map.of());

    /** Orders less refunds in one currency, exact, and the number of orders. */
    record InCurrency(BigDecimal amount, long orders) {}

    RevenueFigures {
        amounts = new TreeMap<>(amounts);
    }

    /** Orders that were not their customer's first. */
    long repeatOrders() {
        return orders - newBuyers;
    }
}
