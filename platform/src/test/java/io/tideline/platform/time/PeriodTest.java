package io.tideline.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tideline.platform.graph.Granularity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void holdsItsFirstInstantAndNotItsEnd() {
        Period march = period("2026-03-01", "2026-04-01");

        assertThat(march.start()).isEqualTo(Instant.parse("2026-02-28T23:00:00Z"));
        assertThat(march.end()).isEqualTo(Instant.parse("2026-03-31T22:00:00Z"));
        assertThat(march.contains(march.start())).isTrue();
        assertThat(march.contains(march.end())).isFalse();
        assertThat(march.days()).isEqualTo(31);
    }

    @Test
    void refusesToEndBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> period("2026-03-01", "2026-03-01"));
    }

    @Test
    void isCompleteOnceItsEndHasCome() {
        Period day = period("2026-03-29", "2026-03-30");

        assertThat(day.isCompleteAt(day.end().minusNanos(1))).isFalse();
        assertThat(day.isCompleteAt(day.end())).isTrue();
    }

    @Test
    void splitsAtCalendarBucketsAndCutsTheEnds() {
        Period asked = period("2026-01-15", "2026-03-10");

        assertThat(asked.split(Granularity.MONTH))
                .containsExactly(
                        period("2026-01-15", "2026-02-01"),
                        period("2026-02-01", "2026-03-01"),
                        period("2026-03-01", "2026-03-10"));
    }

    @Test
    void coversItselfWithoutGapsWhateverTheGranularity() {
        Period asked = period("2023-12-30", "2025-01-31");

        for (Granularity granularity : Granularity.values()) {
            List<Period> parts = asked.split(granularity);

            assertThat(parts.get(0).from()).isEqualTo(asked.from());
            assertThat(parts.get(parts.size() - 1).to()).isEqualTo(asked.to());
            assertThat(parts.stream().mapToLong(Period::days).sum()).isEqualTo(asked.days());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DAY,     2026-05-13, 2026-05-13, 2026-05-14",
        "WEEK,    2026-05-13, 2026-05-11, 2026-05-18",
        "WEEK,    2026-05-11, 2026-05-11, 2026-05-18",
        "MONTH,   2024-02-29, 2024-02-01, 2024-03-01",
        "QUARTER, 2026-05-31, 2026-04-01, 2026-07-01",
        "YEAR,    2026-12-31, 2026-01-01, 2027-01-01"
    })
    void bucketsBeginWhereTheCalendarSays(Granularity granularity, LocalDate day, LocalDate first, LocalDate next) {
        assertThat(granularity.first(day)).isEqualTo(first);
        assertThat(granularity.apply(day)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 2026-08-01, 2026-06-01",
        "2026-01-01, 2026-04-01, 2025-10-01",
        "2024-03-01, 2024-04-01, 2024-02-01",
        "2026-05-11, 2026-05-18, 2026-05-04",
        "2026-01-15, 2026-02-15, 2025-12-15"
    })
    void isPrecededByAsManyMonthsOrDays(LocalDate from, LocalDate to, LocalDate previous) {
        assertThat(new Period(from, to, BERLIN).previous()).isEqualTo(new Period(previous, from, BERLIN));
    }

    @Test
    void mapsTheLeapDayToTheLastOfFebruary() {
        Period leap = new Period(LocalDate.parse("2024-02-29"), LocalDate.parse("2024-03-01"), BERLIN);

        assertThat(leap.yearBefore()).isEqualTo(period("2023-02-28", "2023-03-01"));
        assertThat(period("2024-02-01", "2024-03-01").days()).isEqualTo(29);
        assertThat(period("2024-02-01", "2024-03-01").yearBefore().days()).isEqualTo(28);
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to), BERLIN);
    }
}
