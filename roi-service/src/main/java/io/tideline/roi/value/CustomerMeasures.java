package io.tideline.roi.value;

import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import io.tideline.roi.customer.Organisation;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns a customer's money into measures; nothing where the caller may not see the customer. */
final class CustomerMeasures {
    private static final MetricCatalog CATALOG = MetricCatalog.load();
    private static final MetricDefinition HISTORIC = CATALOG.definition("ltv.historic");
    private static final MetricDefinition COST = CATALOG.definition("cac.full_cost");

    private CustomerMeasures() {}

    static @Nullable Measure historic(@Nullable CustomerMoney money, Organisation organisation, Instant asOf) {
        if (money == null) {
            return null;
        }
        String currency = organisation.currencyFor(money.bought().keySet(), null);
        BigDecimal amount = money.bought().get(currency);
        return amount == null
                ? Measure.none(HISTORIC, NoValueReason.NO_DATA, asOf)
                : Measure.money(HISTORIC, amount, currency, asOf);
    }

    static @Nullable Measure cost(@Nullable CustomerMoney money, Organisation organisation, Instant asOf) {
        if (money == null) {
            return null;
        }
        String currency = organisation.currencyFor(money.cost().keySet(), null);
        BigDecimal cost = money.cost().get(currency);
        return !money.hasWinner() || cost == null
                ? Measure.none(COST, NoValueReason.NO_DATA, asOf)
                : Measure.ratio(COST, cost, BigDecimal.valueOf(money.won()), asOf)
                        .withCurrency(currency);
    }
}
