package io.tideline.platform.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tideline.platform.graph.CurrencyCode;
import io.tideline.platform.graph.Decimal;
import io.tideline.platform.stat.IntervalMethod;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MeasureTest {
    private static final Instant NOW = Instant.parse("2026-06-30T16:00:00Z");
    private static final MetricCatalog CATALOG = MetricCatalog.load();

    @Test
    void dividesExactlyAndKeepsBothParts() {
        Measure roi =
                Measure.ratio(CATALOG.definition("roi.net"), new BigDecimal("10000"), new BigDecimal("2000"), NOW);

        assertThat(roi.value()).isEqualTo(5.0);
        assertThat(roi.reason()).isNull();
        assertThat(roi.numerator()).isEqualTo(new Decimal("10000"));
        assertThat(roi.denominator()).isEqualTo(new Decimal("2000"));
        assertThat(roi.unit()).isEqualTo(Unit.RATIO);
        assertThat(roi.asOf()).isEqualTo(NOW);
    }

    @Test
    void saysWhyThereIsNoRatio() {
        Measure roi = Measure.ratio(CATALOG.definition("roi.net"), BigDecimal.TEN, BigDecimal.ZERO, NOW);

        assertThat(roi.value()).isNull();
        assertThat(roi.reason()).isEqualTo(NoValueReason.NO_DENOMINATOR);
        assertThat(roi.denominator()).isEqualTo(Decimal.of(0));
    }

    @Test
    void countsANetScoreInPoints() {
        Measure nps = Measure.ratio(CATALOG.definition("nps.0_10"), new BigDecimal(9), new BigDecimal(20), NOW);

        assertThat(nps.value()).isEqualTo(45.0);
        assertThat(nps.numerator()).isEqualTo(Decimal.of(9));
    }

    @Test
    void boundsAProportion() {
        Measure csat = Measure.proportion(CATALOG.definition("csat"), 30, 40, NOW);

        assertThat(csat.value()).isEqualTo(0.75);
        assertThat(csat.sampleSize()).isEqualTo(40);
        assertThat(csat.interval()).isNotNull().satisfies(interval -> {
            assertThat(interval.low()).isCloseTo(0.5981, within(5e-5));
            assertThat(interval.high()).isCloseTo(0.8581, within(5e-5));
            assertThat(interval.method()).isEqualTo(IntervalMethod.WILSON);
        });
    }

    @Test
    void hasNoIntervalOfAnEmptyProportion() {
        Measure csat = Measure.proportion(CATALOG.definition("csat"), 0, 0, NOW);

        assertThat(csat.value()).isNull();
        assertThat(csat.reason()).isEqualTo(NoValueReason.NO_DENOMINATOR);
        assertThat(csat.sampleSize()).isZero();
        assertThat(csat.interval()).isNull();
    }

    @Test
    void roundsMoneyOnceToItsMinorUnit() {
        Measure revenue = Measure.money(CATALOG.definition("revenue"), new BigDecimal("244091.9449"), "USD", NOW);

        assertThat(revenue.value()).isEqualTo(244091.94);
        assertThat(revenue.currency()).isEqualTo(new CurrencyCode("USD"));
        assertThat(revenue.numerator()).isEqualTo(new Decimal("244091.9449"));
        assertThat(revenue.denominator()).isNull();
    }

    @Test
    void tellsNothingFromZero() {
        MetricDefinition orders = CATALOG.definition("orders");

        assertThat(Measure.count(orders, 0, NOW).value()).isZero();
        assertThat(Measure.none(orders, NoValueReason.NO_DATA, NOW).value()).isNull();
        assertThat(Measure.none(orders, NoValueReason.NO_DATA, NOW).reason()).isEqualTo(NoValueReason.NO_DATA);
    }

    @Test
    void keepsTheRestWhenOnePartIsReplaced() {
        Measure aov = Measure.ratio(CATALOG.definition("average_order_value"), BigDecimal.TEN, BigDecimal.ONE, NOW);

        Measure shown = aov.withCurrency("EUR").withSampleSize(1);

        assertThat(shown.currency()).isEqualTo(new CurrencyCode("EUR"));
        assertThat(shown.sampleSize()).isEqualTo(1);
        assertThat(shown.withCurrency(null).withSampleSize(null)).isEqualTo(aov);
    }
}
