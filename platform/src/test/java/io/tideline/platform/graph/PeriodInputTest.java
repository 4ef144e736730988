package io.tideline.platform.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tideline.platform.error.AppException;
import io.tideline.platform.time.Period;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodInputTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate JULY = LocalDate.parse("2026-07-01");

    @Test
    void takesTheZoneOfTheOrganisationUnlessItNamesOne() {
        LocalDate august = JULY.plusMonths(1);

        assertThat(new PeriodInput(JULY, august, null).in(BERLIN)).isEqualTo(new Period(JULY, august, BERLIN));
        assertThat(new PeriodInput(JULY, august, new TimeZone("Asia/Tokyo"))
                        .in(BERLIN)
                        .zone())
                .isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 2026-07-01",
        "2026-07-02, 2026-07-01",
        "1899-12-31, 2026-07-01",
        "2026-07-01, +999999-01-01"
    })
    void refusesWhatIsNoPeriod(LocalDate from, LocalDate to) {
        PeriodInput input = new PeriodInput(from, to, null);

        assertThatThrownBy(() -> input.in(BERLIN))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.details()).containsEntry("field", "period"));
    }

    @Test
    void refusesATrendOfTooManyPoints() {
        Period century = new PeriodInput(JULY.minusYears(100), JULY, null).in(BERLIN);

        assertThat(century.split(Granularity.QUARTER)).hasSize(400);
        assertThatThrownBy(() -> century.split(Granularity.MONTH))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("400");
    }
}
