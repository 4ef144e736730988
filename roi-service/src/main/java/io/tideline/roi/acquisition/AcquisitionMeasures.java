package io.tideline.roi.acquisition;

import io.tideline.platform.error.AppException;
import io.tideline.platform.metric.Measure;
import io.tideline.platform.metric.MetricCatalog;
import io.tideline.platform.metric.MetricDefinition;
import io.tideline.platform.metric.NoValueReason;
import io.tideline.platform.stat.Exact;
import io.tideline.roi.acquisition.AcquisitionFigures.Worth;
import io.tideline.roi.campaign.CampaignMeasures;
import io.tideline.roi.value.ValueRules;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets what customers brought against what winning them cost. */
final class AcquisitionMeasures {
    private static final MetricCatalog CATALOG = MetricCatalog.load();
    private static final MetricDefinition FULL_COST = CATALOG.definition("cac.full_cost");
    private static final MetricDefinition HISTORIC = CATALOG.definition("ltv.historic");
    private static final MetricDefinition SIMPLE = CATALOG.definition("ltv.simple");
    private static final MetricDefinition TO_CAC = CATALOG.definition("ltv_to_cac.historic");
    private static final MetricDefinition PAYBACK = CATALOG.definition("payback");
    private static final BigDecimal SECONDS_OF_A_YEAR = BigDecimal.valueOf(31_557_600);
    private static final BigDecimal MONTHS_OF_A_YEAR = BigDecimal.valueOf(12);

    private AcquisitionMeasures() {}

    /** New paying customers cost this much each. */
    static Measure costOfOne(Acquisition cell, @Nullable String variant) {
        MetricDefinition form = CATALOG.resolve("cac", variant);
        if (!cell.hasSpend()) {
            return Measure.none(form, NoValueReason.NO_DATA, cell.asOf());
        }
        BigDecimal cost =
                form.equals(FULL_COST) ? cell.spend().full() : cell.spend().adsOnly();
        return money(cell, form, cost, BigDecimal.valueOf(cell.figures().won()))
                .withSampleSize(Math.toIntExact(cell.figures().won()));
    }

    static Measure value(Acquisition cell, @Nullable String variant, @Nullable BigDecimal years, BigDecimal margin) {
        MetricDefinition form = variant == null ? HISTORIC : CATALOG.resolve("ltv", variant);
        if (soldElsewhere(cell)) {
            return Measure.none(form, NoValueReason.NO_DATA, cell.asOf());
        }
        if (form.equals(HISTORIC)) {
            return money(cell, HISTORIC, worth(cell).untilNow().multiply(margin), won(cell))
                    .withSampleSize(Math.toIntExact(cell.figures().won()));
        }
        if (form.equals(SIMPLE)) {
            return simple(cell, years, margin);
        }
        throw AppException.badInput(
                "variant", form.variant() + " is not served here; known: ltv.historic, ltv.simple.");
    }

    static Measure valueToCost(Acquisition cell, BigDecimal margin) {
        if (!cell.hasSpend() || soldElsewhere(cell)) {
            return Measure.none(TO_CAC, NoValueReason.NO_DATA, cell.asOf());
        }
        BigDecimal won = won(cell);
        BigDecimal value = Exact.ratio(worth(cell).untilNow().multiply(margin), won);
        BigDecimal cost = Exact.ratio(cell.spend().full(), won);
        return value == null || cost == null
                ? Measure.none(TO_CAC, NoValueReason.NO_DENOMINATOR, cell.asOf())
                : Measure.ratio(TO_CAC, value, cost, cell.asOf());
    }

    static Measure payback(Acquisition cell, BigDecimal margin) {
        BigDecimal cost = Exact.ratio(cell.spend().full(), won(cell));
        BigDecimal months = years(cell).multiply(MONTHS_OF_A_YEAR);
        BigDecimal aMonth = Exact.ratio(worth(cell).inPeriod(), months);
        if (!cell.hasSpend() || soldElsewhere(cell)) {
            return Measure.none(PAYBACK, NoValueReason.NO_DATA, cell.asOf());
        }
        return cost == null || aMonth == null || aMonth.signum() < 0
                ? Measure.none(PAYBACK, NoValueReason.NO_DENOMINATOR, cell.asOf())
                : Measure.ratio(PAYBACK, cost, aMonth.multiply(margin), cell.asOf());
    }

    static Measure roi(Acquisition cell, @Nullable String variant) {
        MetricDefinition form = CampaignMeasures.roiForm(variant);
        Map<String, BigDecimal> credited = cell.figures().credited();
        BigDecimal revenue = credited.get(cell.code());
        if (revenue == null) {
            if (!credited.isEmpty()) {
                return Measure.none(form, NoValueReason.NO_DATA, cell.asOf());
            }
            revenue = BigDecimal.ZERO;
        }
        return CampaignMeasures.roi(form, revenue, cell.spend().full(), cell.code(), cell.asOf());
    }

    private static Measure simple(Acquisition cell, @Nullable BigDecimal years, BigDecimal margin) {
        if (years == null || years.signum() <= 0) {
            throw AppException.badInput(
                    "years", "ltv.simple needs the years a customer stays, which orders do not tell.");
        }
        Worth worth = worth(cell);
        BigDecimal purchase = Exact.ratio(worth.inPeriod(), BigDecimal.valueOf(worth.orders()));
        BigDecimal aYear = Exact.ratio(BigDecimal.valueOf(worth.orders()), years(cell));
        return purchase == null || aYear == null
                ? Measure.none(SIMPLE, NoValueReason.NO_DATA, cell.asOf())
                : Measure.money(SIMPLE, ValueRules.simple(purchase, aYear, years, margin), cell.code(), cell.asOf());
    }

    private static Measure money(
            Acquisition cell, MetricDefinition definition, BigDecimal amount, BigDecimal customers) {
        return Measure.ratio(definition, amount, customers, cell.asOf()).withCurrency(cell.code());
    }

    /** Whether the customers won paid in other currencies than the one shown: their value in this one is unknown, not 0. */
    private static boolean soldElsewhere(Acquisition cell) {
        Map<String, Worth> worth = cell.figures().worth();
        return !worth.isEmpty() && !worth.containsKey(cell.code());
    }

    private static Worth worth(Acquisition cell) {
        return cell.figures().worth().getOrDefault(cell.code(), Worth.NONE);
    }

    private static BigDecimal won(Acquisition cell) {
        return BigDecimal.valueOf(cell.figures().won());
    }

    /** Years of 365.25 days that the customers won were seen, all together. */
    private static BigDecimal years(Acquisition cell) {
        return cell.figures().seconds().divide(SECONDS_OF_A_YEAR, Exact.DIGITS);
    }
}
