package io.tideline.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DaysTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "days.csv", numLinesToSkip = 1)
    void cutsADayAtLocalMidnight(String what, LocalDate day, ZoneId zone, Instant start, Instant end, double hours) {
        Days.Range range = Days.range(day, zone);

        assertThat(range).isEqualTo(new Days.Range(start, end));
        assertThat(range.length().toMinutes()).isEqualTo(Math.round(hours * 60));
        assertThat(range.contains(start)).isTrue();
        assertThat(range.contains(end)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "instants.csv", numLinesToSkip = 1)
    void givesAnInstantItsLocalDay(String what, Instant instant, ZoneId zone, LocalDate day, int quarter) {
        assertThat(Days.of(instant, zone)).isEqualTo(day);
        assertThat(Days.quarter(Days.of(instant, zone))).isEqualTo(quarter);
        assertThat(Days.range(day, zone).contains(instant)).isTrue();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "weeks.csv", numLinesToSkip = 1)
    void namesTheIsoWeek(LocalDate day, String week) {
        assertThat(Days.isoWeek(day)).isEqualTo(week);
    }

    @Test
    void ordersRepeatedLocalTimesByInstant() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(first.atZone(berlin).toLocalTime()).isEqualTo(LocalTime.of(2, 30));
        assertThat(second.atZone(berlin).toLocalTime()).isEqualTo(LocalTime.of(2, 30));
        assertThat(first).isBefore(second);
    }
}
