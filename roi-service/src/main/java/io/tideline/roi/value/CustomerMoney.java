package io.tideline.roi.value;

import io.tideline.roi.order.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of one customer's money.
 *
 * @param bought net amount of orders and refunds by currency
 * @param hasWinner whether a campaign won this customer
 * @param cost what that campaign cost, by currency
 * @param won customers that campaign won
 * @param orders newest first
 */
record CustomerMoney(
        Map<String, BigDecimal> bought,
        boolean hasWinner,
        Map<String, BigDecimal> cost,
        long won,
        List<Order.Recorded> orders) {
    CustomerMoney {
        bought = new TreeMap<>(bought);
        cost = new TreeMap<>(cost);
        orders = List.copyOf(orders);
    }
}
