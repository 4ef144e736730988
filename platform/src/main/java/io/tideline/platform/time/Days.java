package io.tideline.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;

/**
 * Local calendar days on the UTC time line.
 * <pre>day = [first instant of the date, first instant of the next date)</pre>
 * A day has 23, 24 or 25 hours where clocks change, and begins later than 00:00 where midnight is skipped.
 */
public final class Days {
    private Days() {}

    /** Half-open stretch of the UTC time line. */
    public record Range(Instant start, Instant end) {
        public Duration length() {
            return Duration.between(start, end);
        }

        public boolean contains(Instant instant) {
            return !instant.isBefore(start) && instant.isBefore(end);
        }
    }

    public static Range range(LocalDate day, ZoneId zone) {
        return new Range(startOf(day, zone), startOf(day.plusDays(1), zone));
    }

    public static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    public static LocalDate of(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    /** ISO 8601 week as {@code 2026-W53}; its year is the one that holds the week's Thursday. */
    public static String isoWeek(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Calendar quarter, 1 to 4. */
    public static int quarter(LocalDate day) {
        return day.get(IsoFields.QUARTER_OF_YEAR);
    }
}
