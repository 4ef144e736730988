package io.tideline.roi.campaign;

import io.tideline.platform.error.AppException;
import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns what a campaign cost and sold into measures. */
public final class CampaignMeasures {
    private static final MetricCatalog CATALOG = MetricCatalog.load();
    private static final MetricDefinition NET = CATALOG.definition("roi.net");
    private static final MetricDefinition GROSS = CATALOG.definition("roi.gross");
    private static final MetricDefinition REVENUE = CATALOG.definition("campaign_revenue");
    private static final MetricDefinition COST = CATALOG.definition("campaign_cost");
    private static final MetricDefinition PER_THOUSAND = CATALOG.definition("deals_per_thousand_sends");

    private CampaignMeasures() {}

    /** The ROI form asked for: net unless gross is named. Forms that need a comparison group are not served here. */
    public static MetricDefinition roiForm(@Nullable String variant) {
        MetricDefinition asked = CATALOG.resolve("roi", variant);
        if (asked.equals(NET) || asked.equals(GROSS)) {
            return asked;
        }
        throw AppException.badInput("variant", asked.variant() + " is not served here; known: roi.net, roi.gross.");
    }

    /** @param form as {@link #roiForm} gives it */
    public static Measure roi(
            MetricDefinition form, BigDecimal revenue, BigDecimal cost, String currency, Instant asOf) {
        return Measure.ratio(form, CostRules.returned(revenue, cost, form.equals(GROSS)), cost, asOf)
                .withCurrency(currency);
    }

    static Measure roi(CampaignMoney money, MetricDefinition form, @Nullable CurrencyCode asked, Instant asOf) {
        String currency = money.currency(asked);
        if (!money.hasSales(currency) && !money.sales().sales().isEmpty()) {
            return Measure.none(form, NoValueReason.NO_DATA, asOf);
        }
        return roi(form, money.revenue(currency), money.cost(currency), currency, asOf);
    }

    static Measure revenue(CampaignMoney money, @Nullable CurrencyCode asked, Instant asOf) {
        String currency = money.currency(asked);
        return money.hasSales(currency)
                ? Measure.money(REVENUE, money.revenue(currency), currency, asOf)
                : Measure.none(REVENUE, NoValueReason.NO_DATA, asOf);
    }

    static Measure cost(CampaignMoney money, @Nullable CurrencyCode asked, Instant asOf) {
        String currency = money.currency(asked);
        return money.hasCost(currency)
                ? Measure.money(COST, money.cost(currency), currency, asOf)
                : Measure.none(COST, NoValueReason.NO_DATA, asOf);
    }

    /** @param sends null where they were not recorded */
    static Measure perThousand(long deals, @Nullable Long sends, Instant asOf) {
        return sends == null
                ? Measure.none(PER_THOUSAND, NoValueReason.NO_DATA, asOf)
                : Measure.ratio(PER_THOUSAND, BigDecimal.valueOf(deals), CostRules.thousands(sends), asOf);
    }
}
