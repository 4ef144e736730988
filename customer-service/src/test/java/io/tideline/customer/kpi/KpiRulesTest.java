package io.tideline.customer.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.platform.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class KpiRulesTest {
    private static final Offset<Double> SIX_DECIMALS = Offset.offset(5e-7);

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "status.csv", useHeadersInDisplayName = true)
    void judgesAValueByItsTarget(
            String name,
            @Nullable BigDecimal min,
            boolean minIncluded,
            @Nullable BigDecimal max,
            boolean maxIncluded,
            boolean more,
            @Nullable BigDecimal value,
            KpiStatus status) {
        TargetRange target = min == null && max == null ? null : new TargetRange(min, minIncluded, max, maxIncluded);

        assertThat(KpiRules.status(target, more, value)).as(name).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "change.csv", useHeadersInDisplayName = true)
    void comparesWithAnEarlierPeriod(
            String name,
            BigDecimal before,
            long daysBefore,
            BigDecimal now,
            long daysNow,
            @Nullable Double relative,
            @Nullable Double perDay,
            boolean isNew) {
        BigDecimal change = KpiRules.change(before, now);
        BigDecimal changePerDay = KpiRules.changePerDay(before, daysBefore, now, daysNow);

        assertSame(name, change == null ? null : change.doubleValue(), relative);
        assertSame(name, changePerDay == null ? null : changePerDay.doubleValue(), perDay);
        assertThat(KpiRules.isNew(before, now)).as(name).isEqualTo(isNew);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "pace.csv", useHeadersInDisplayName = true)
    void saysWhereARunningPeriodIsHeading(
            String name,
            LocalDate from,
            LocalDate to,
            LocalDate on,
            BigDecimal done,
            BigDecimal target,
            @Nullable Double projected,
            @Nullable Double plan,
            @Nullable Double attainment,
            int gone) {
        KpiPace pace = KpiPace.of(new Period(from, to, ZoneOffset.UTC), on, done, target);

        assertSame(name, pace.projected(), projected);
        assertSame(name, pace.planToDate(), plan);
        assertSame(name, pace.attainment(), attainment);
        assertThat(pace.daysGone()).as(name).isEqualTo(gone);
    }

    @Test
    void mapsFebruary29ToFebruary28OfTheYearBefore() {
        Period leapDay = new Period(LocalDate.parse("2024-02-29"), LocalDate.parse("2024-03-01"), ZoneOffset.UTC);
        Period leapMonth = new Period(LocalDate.parse("2024-02-01"), LocalDate.parse("2024-03-01"), ZoneOffset.UTC);

        KpiChange ofDay = KpiChange.of(KpiReading.YEAR_OVER_YEAR, leapDay, BigDecimal.TEN, BigDecimal.TEN);
        KpiChange ofMonth = KpiChange.of(KpiReading.YEAR_OVER_YEAR, leapMonth, BigDecimal.TEN, BigDecimal.TEN);

        assertThat(ofDay.previousFrom()).isEqualTo(LocalDate.parse("2023-02-28"));
        assertThat(ofMonth.previousDays()).isEqualTo(28);
        assertThat(ofMonth.days()).isEqualTo(29);
        assertThat(ofMonth.relative()).isZero();
        assertThat(ofMonth.relativePerDay()).isCloseTo(-1 / 29.0, SIX_DECIMALS);
    }

    private static void assertSame(String name, @Nullable Double actual, @Nullable Double expected) {
        if (expected == null) {
            assertThat(actual).as(name).isNull();
        } else {
            assertThat(actual).as(name).isNotNull().isCloseTo(expected, SIX_DECIMALS);
        }
    }
}
