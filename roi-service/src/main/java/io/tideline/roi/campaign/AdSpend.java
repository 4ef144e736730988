package io.tideline.roi.campaign;

import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import io.tideline.roi.customer.Organisation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What the ad platform reported of a campaign. */
@Description(
        "What the ad platform reported of a campaign. Ratios are sums divided by sums, never means of daily ratios.")
public record AdSpend(
        @NonNull @Description("How often ads were shown: Σ impressions, COUNT.") Measure impressions,
        @NonNull @Description("How often ads were clicked: Σ clicks, COUNT.") Measure clicks,
        @NonNull @Description("What the ads cost: Σ amounts, MONEY.") Measure spend,
        @NonNull @Description("Spend ÷ clicks, MONEY; without a value where nobody clicked.") Measure costPerClick,
        @NonNull @Description("Actions wanted after a click: Σ conversions, COUNT.") Measure conversions,
        @NonNull @Description("Spend ÷ conversions, MONEY; without a value where nobody converted.")
                Measure costPerConversion,
        @NonNull @Description("Deals the ad platform reported: Σ deals, COUNT.") Measure deals) {

    private static final MetricCatalog CATALOG = MetricCatalog.load();
    private static final MetricDefinition IMPRESSIONS = CATALOG.definition("ad_impressions");
    private static final MetricDefinition CLICKS = CATALOG.definition("ad_clicks");
    private static final MetricDefinition SPEND = CATALOG.definition("ad_spend");
    private static final MetricDefinition PER_CLICK = CATALOG.definition("cpc");
    private static final MetricDefinition CONVERSIONS = CATALOG.definition("ad_conversions");
    private static final MetricDefinition PER_CONVERSION = CATALOG.definition("cpa");
    private static final MetricDefinition DEALS = CATALOG.definition("ad_deals");

    /** Counts are of all currencies; amounts and what is divided by them are of one. */
    static AdSpend of(List<AdFigures> recorded, Organisation organisation, @Nullable CurrencyCode asked, Instant asOf) {
        Set<String> present = recorded.stream().map(AdFigures::currency).collect(Collectors.toSet());
        String currency = organisation.currencyFor(present, asked);
        List<AdFigures> shown = recorded.stream()
                .filter(figures -> figures.currency().equals(currency))
                .toList();
        BigDecimal spend = shown.stream().map(AdFigures::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new AdSpend(
                Measure.count(IMPRESSIONS, sum(recorded, AdFigures::impressions), asOf),
                Measure.count(CLICKS, sum(recorded, AdFigures::clicks), asOf),
                shown.isEmpty()
                        ? Measure.none(SPEND, NoValueReason.NO_DATA, asOf)
                        : Measure.money(SPEND, spend, currency, asOf),
                per(PER_CLICK, spend, sum(shown, AdFigures::clicks), currency, asOf),
                Measure.count(CONVERSIONS, sum(recorded, AdFigures::conversions), asOf),
                per(PER_CONVERSION, spend, sum(shown, AdFigures::conversions), currency, asOf),
                Measure.count(DEALS, sum(recorded, AdFigures::deals), asOf));
    }

    private static Measure per(
            MetricDefinition definition, BigDecimal spend, long count, String currency, Instant asOf) {
        return Measure.ratio(definition, spend, BigDecimal.valueOf(count), asOf).withCurrency(currency);
    }

    private static long sum(List<AdFigures> figures, ToLongFunction<AdFigures> count) {
        return figures.stream().mapToLong(count).sum();
    }
}
