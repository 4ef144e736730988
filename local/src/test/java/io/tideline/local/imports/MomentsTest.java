package io.tideline.local.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MomentsTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "moments.csv", numLinesToSkip = 1, quoteCharacter = '"')
    void readsTimesAsFilesWriteThem(String name, String zone, @Nullable String format, String text, Instant expected) {
        Moments moments = new Moments(() -> ZoneId.of(zone), DateFormat.of(format));

        assertThat(moments.instant(text)).as(name).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "moments_refused.csv", numLinesToSkip = 1, quoteCharacter = '"')
    void saysWhyATextIsNoTime(String name, @Nullable String format, String text, String reason) {
        Moments moments = new Moments(() -> ZoneOffset.UTC, DateFormat.of(format));

        assertThatThrownBy(() -> moments.instant(text))
                .as(name)
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void asksForTheZoneOnlyWhereATimeNeedsOne() {
        Moments moments = new Moments(
                () -> {
                    throw new IllegalStateException("asked");
                },
                null);

        assertThat(moments.instant("2026-03-01T09:30:00Z")).isEqualTo("2026-03-01T09:30:00Z");
        assertThatThrownBy(() -> moments.instant("2026-03-01")).hasMessage("asked");
    }

    @Test
    void takesTheDayOfATimeInTheZone() {
        Moments moments = new Moments(() -> ZoneId.of("Asia/Tokyo"), null);

        assertThat(moments.day("2026-03-01T20:00:00Z")).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(moments.day("2026-03-01")).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void refusesAFormatThatIsNone() {
        assertThatThrownBy(() -> DateFormat.of("quarter b"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--date-format quarter b");
    }
}
