package io.tideline.roi.acquisition;

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

/** What winning customers cost in a period and what it brings. */
@Description(
        "What winning customers cost in a period and what it brings. Customers are won in the bucket of their first order. "
                + "Costs belong to campaigns: among groups of customers, and in a segment, a campaign's figures are divided by the customers it won there; "
                + "costs of no campaign are divided by all customers won. Amounts are of one currency, see currency.")
public final class Acquisition {
    private static final MetricCatalog CATALOG = MetricCatalog.load();
    private static final MetricDefinition WON = CATALOG.definition("new_paying_customers");
    private static final MetricDefinition ADS = CATALOG.definition("ad_spend");
    private static final MetricDefinition COST = CATALOG.definition("campaign_cost");
    private static final MetricDefinition PER_CLICK = CATALOG.definition("cpc");
    private static final MetricDefinition PER_CONVERSION = CATALOG.definition("cpa");

    private final AcquisitionBook book;
    private final Cut cut;
    private final Place place;
    private final AcquisitionFigures figures;
    private final String shownCurrency;

    Acquisition(AcquisitionBook book, Cut cut, Place place, AcquisitionFigures figures, String currency) {
        this.book = book;
        this.cut = cut;
        this.place = place;
        this.figures = figures;
        this.shownCurrency = currency;
    }

    @NonNull
    @Description("Customers whose first order of all falls in the period, COUNT.")
    public Measure getNewPayingCustomers() {
        return Measure.count(WON, figures.won(), asOf());
    }

    @NonNull
    @Description("What ad platforms charged, MONEY.")
    public Measure getAdSpend() {
        return spent(ADS, spend().ads());
    }

    @NonNull
    @Description(
            "Full cost: ad spend and all cost lines, labour among them, MONEY. A line that runs beyond the period counts with the share of its time in it.")
    public Measure getCost() {
        return spent(COST, spend().full());
    }

    @NonNull
    @Description("Ad spend ÷ clicks, MONEY; without a value where nobody clicked.")
    public Measure getCostPerClick() {
        return per(PER_CLICK, spend().ads(), spend().clicks());
    }

    @NonNull
    @Description("Ad spend ÷ conversions that ad platforms reported, MONEY; without a value where nobody converted.")
    public Measure getCostPerConversion() {
        return per(PER_CONVERSION, spend().ads(), spend().conversions());
    }

    @NonNull
    @Description(
            "Currency of the amounts: the one asked for, else the only one of the period, else the organisation's.")
    public CurrencyCode getCurrency() {
        return new CurrencyCode(shownCurrency);
    }

    @NonNull
    @Description(
            "Currencies of costs, orders and refunds that are not in the amounts. Ask for each by itself; nothing is converted.")
    public List<@NonNull CurrencyCode> getOtherCurrencies() {
        return figures.currencies().stream()
                .filter(code -> !code.equals(shownCurrency))
                .map(CurrencyCode::new)
                .toList();
    }

    AcquisitionBook book() {
        return book;
    }

    Cut cut() {
        return cut;
    }

    Place place() {
        return place;
    }

    AcquisitionFigures figures() {
        return figures;
    }

    String code() {
        return shownCurrency;
    }

    Instant asOf() {
        return book.asked().asOf();
    }

    Spend spend() {
        return figures.spend().getOrDefault(shownCurrency, Spend.NONE);
    }

    boolean hasSpend() {
        return figures.spend().containsKey(shownCurrency);
    }

    private Measure spent(MetricDefinition definition, BigDecimal amount) {
        return hasSpend()
                ? Measure.money(definition, amount, shownCurrency, asOf())
                : Measure.none(definition, NoValueReason.NO_DATA, asOf());
    }

    private Measure per(MetricDefinition definition, BigDecimal amount, BigDecimal count) {
        return Measure.ratio(definition, amount, count, asOf()).withCurrency(shownCurrency);
    }
}
