package io.tideline.roi.revenue;

import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import io.tideline.roi.cut.Cut;
import io.tideline.roi.cut.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What customers bought in a period. */
@Description("What customers bought in a period. Counts are of all currencies; amounts are of one, see currency.")
public final class Revenue {
    private static final MetricCatalog CATALOG = MetricCatalog.load();
    private static final MetricDefinition NEW_BUYERS = CATALOG.definition("new_paying_customers");
    private static final MetricDefinition ORDERS = CATALOG.definition("orders");
    private static final MetricDefinition NET = CATALOG.definition("revenue.net");
    private static final MetricDefinition ORDER_VALUE = CATALOG.definition("average_order_value");

    private final RevenueBook book;
    private final Cut cut;
    private final Place place;
    private final RevenueFigures figures;
    private final String shownCurrency;

    Revenue(RevenueBook book, Cut cut, Place place, RevenueFigures figures, String currency) {
        this.book = book;
        this.cut = cut;
        this.place = place;
        this.figures = figures;
        this.shownCurrency = currency;
    }

    @NonNull
    @Description("Customers whose first order of all falls in the period, COUNT.")
    public Measure getNewPayingCustomers() {
        return Measure.count(NEW_BUYERS, figures.newBuyers(), asOf());
    }

    @NonNull
    @Description("Customers with an order in the period, new ones and others.")
    public Integer getPayingCustomers() {
        return Math.toIntExact(figures.buyers());
    }

    @NonNull
    @Description("Orders in the period, COUNT. Refunds are no orders; an order of amount 0 is one.")
    public Measure getOrders() {
        return Measure.count(ORDERS, figures.orders(), asOf());
    }

    @NonNull
    @Description("Σ order amounts − Σ refunds by the day of each, MONEY; without a value where neither was recorded.")
    public Measure getRevenue() {
        RevenueFigures.InCurrency shown = shown();
        return shown == null
                ? Measure.none(NET, NoValueReason.NO_DATA, asOf())
                : Measure.money(NET, shown.amount(), shownCurrency, asOf());
    }

    @NonNull
    @Description("Revenue ÷ orders of the same currency, MONEY.")
    public Measure getAverageOrderValue() {
        RevenueFigures.InCurrency shown = shown();
        return Measure.ratio(
                        ORDER_VALUE,
                        shown == null ? BigDecimal.ZERO : shown.amount(),
                        BigDecimal.valueOf(shown == null ? 0 : shown.orders()),
                        asOf())
                .withCurrency(shownCurrency)
                .withSampleSize(shown == null ? 0 : Math.toIntExact(shown.orders()));
    }

    @NonNull
    @Description(
            "Currency of the amounts: the one asked for, else the only one of the period, else the organisation's.")
    public CurrencyCode getCurrency() {
        return new CurrencyCode(shownCurrency);
    }

    @NonNull
    @Description(
            "Currencies of orders and refunds that are not in the amounts. Ask for each by itself; nothing is converted.")
    public List<@NonNull CurrencyCode> getOtherCurrencies() {
        return figures.amounts().keySet().stream()
                .filter(code -> !code.equals(shownCurrency))
                .map(CurrencyCode::new)
                .toList();
    }

    RevenueBook book() {
        return book;
    }

    Cut cut() {
        return cut;
    }

    Place place() {
        return place;
    }

    RevenueFigures figures() {
        return figures;
    }

    Instant asOf() {
        return book.asked().asOf();
    }

    private RevenueFigures.@Nullable InCurrency shown() {
        return figures.amounts().get(shownCurrency);
    }
}
