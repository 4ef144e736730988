package io.tideline.local.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as files write them: ISO 8601 and RFC 3339, {@code YYYYMMDD}, {@code YYYYMMDDHHMMSS}, {@code DD.MM.YYYY}, seconds (10
 * digits) or milliseconds (13 digits) since 1970, or one given format. A time without an offset is one of the zone; where clocks go
 * forward it is moved behind the gap, where they go back it is the earlier of the two. A day alone is its first instant.
 */
final class Moments {
    private static final int SECONDS_DIGITS = 10;
    private static final int MILLIS_DIGITS = 13;
    private static final int DAY_DIGITS = 8;
    private static final int SECOND_DIGITS = 14;

    private final Supplier<ZoneId> zone;
    private final @Nullable DateFormat format;

    /** @param zone asked only when a time without an offset comes */
    Moments(Supplier<ZoneId> zone, @Nullable DateFormat format) {
        this.zone = zone;
        this.format = format;
    }

    ZoneId zone() {
        return zone.get();
    }

    /** @throws DateTimeException saying what is wrong, to follow the words "the value" */
    Instant instant(String text) {
        if (format != null) {
            return format.instant(text, zone);
        }
        if (isDigits(text)) {
            return fromDigits(text);
        }
        if (text.length() >= 10 && isMark(text.charAt(4)) && text.charAt(7) == text.charAt(4)) {
            LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
            return behind(day, text, 10);
        }
        if (text.length() >= 10 && text.charAt(2) == '.' && text.charAt(5) == '.') {
            LocalDate day = LocalDate.of(number(text, 6, 10), number(text, 3, 5), number(text, 0, 2));
            return behind(day, text, 10);
        }
        throw unknown(text);
    }

    /** The calendar day of a text; of a time, its day in the zone. */
    LocalDate day(String text) {
        if (format == null && text.length() == 10 && text.charAt(4) == '-') {
            return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        }
        return LocalDate.ofInstant(instant(text), zone.get());
    }

    private Instant fromDigits(String text) {
        return switch (text.length()) {
            case SECONDS_DIGITS -> Instant.ofEpochSecond(Long.parseLong(text));
            case MILLIS_DIGITS -> Instant.ofEpochMilli(Long.parseLong(text));
            case DAY_DIGITS -> dayOf(text).atStartOfDay(zone.get()).toInstant();
            case SECOND_DIGITS ->
                dayOf(text)
                        .atTime(number(text, 8, 10), number(text, 10, 12), number(text, 12, 14))
                        .atZone(zone.get())
                        .toInstant();
            default -> throw unknown(text);
        };
    }

    private static LocalDate dayOf(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
    }

    /** What stands behind the day: nothing, or a time of day that may have a fraction and an offset. */
    private Instant behind(LocalDate day, String text, int at) {
        if (text.length() == at) {
            return day.atStartOfDay(zone.get()).toInstant();
        }
        char mark = text.charAt(at);
        if (mark != 'T' && mark != ' ' && mark != 't') {
            throw unknown(text);
        }
        int end = endOfTime(text, at + 1);
        LocalDateTime local = day.atTime(time(text, at + 1, end));
        String offset = text.substring(end).strip();
        if (offset.isEmpty()) {
            return local.atZone(zone.get()).toInstant();
        }
        return local.toInstant(isUtc(offset) ? ZoneOffset.UTC : ZoneOffset.of(offset));
    }

    private static boolean isUtc(String offset) {
        return offset.equalsIgnoreCase("Z") || offset.equals("UTC") || offset.equals("GMT");
    }

    private static int endOfTime(String text, int from) {
        int at = from;
        while (at < text.length() && (isDigit(text.charAt(at)) || ":.,".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    private static LocalTime time(String text, int from, int end) {
        int colon = text.indexOf(':', from);
        if (colon != from + 1 && colon != from + 2) {
            throw unknown(text);
        }
        int hour = number(text, from, colon);
        int minute = number(text, colon + 1, Math.min(colon + 3, end));
        int at = colon + 3;
        if (at >= end) {
            return LocalTime.of(hour, minute);
        }
        if (text.charAt(at) != ':') {
            throw unknown(text);
        }
        int second = number(text, at + 1, Math.min(at + 3, end));
        return LocalTime.of(hour, minute, second, at + 3 < end ? nanos(text, at + 4, end) : 0);
    }

    private static int nanos(String text, int from, int end) {
        int digits = end - from;
        if (digits < 1 || digits > 9) {
            throw unknown(text);
        }
        int nanos = number(text, from, end);
        for (int at = digits; at < 9; at++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int from, int end) {
        if (from >= end) {
            throw unknown(text);
        }
        int number = 0;
        for (int at = from; at < end; at++) {
            char letter = text.charAt(at);
            if (!isDigit(letter)) {
                throw unknown(text);
            }
            number = number * 10 + (letter - '0');
        }
        return number;
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(letter -> isDigit((char) letter));
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isMark(char letter) {
        return letter == '-' || letter == '/';
    }

    private static DateTimeException unknown(String text) {
        return new DateTimeException(
                text.indexOf('/') > 0
                        ? "is a day whose order cannot be known: say --date-format MM/DD/YYYY or DD/MM/YYYY"
                        : "is no time that is known: say its --date-format");
    }
}
