package io.tideline.platform.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads moments in RFC 3339. What systems usually send, {@code 2026-03-01T09:30:00Z} with up to nine digits behind the second, is read digit by digit: the
 * general parser costs as much as all else that is read of a row.
 */
final class InstantText {
    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final int MOST_DIGITS = 9;
    private static final int SECONDS_OF_A_DAY = 86_400;

    private InstantText() {}

    /** @throws DateTimeException where the text is no moment with an offset */
    static Instant parse(String text) {
        Instant usual = usual(text);
        return usual != null ? usual : OffsetDateTime.parse(text).toInstant();
    }

    /** Null where the general parser has to decide. */
    private static @Nullable Instant usual(String text) {
        int end = text.length() - 1;
        int digits = end - SHAPE.length() - 1;
        boolean isWhole = digits == -1;
        if (!(isWhole || (digits >= 1 && digits <= MOST_DIGITS && text.charAt(SHAPE.length()) == '.'))
                || text.charAt(end) != 'Z'
                || !hasShape(text)
                || (!isWhole && !areDigits(text, SHAPE.length() + 1, end))) {
            return null;
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        try {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            long seconds = day * SECONDS_OF_A_DAY + hour * 3_600L + minute * 60L + second;
            return Instant.ofEpochSecond(seconds, isWhole ? 0 : nanos(text, digits, end));
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static int nanos(String text, int digits, int end) {
        int nanos = number(text, SHAPE.length() + 1, end);
        for (int digit = digits; digit < MOST_DIGITS; digit++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static boolean hasShape(String text) {
        for (int at = 0; at < SHAPE.length(); at++) {
            char wanted = SHAPE.charAt(at);
            if (wanted == '0' ? !isDigit(text.charAt(at)) : text.charAt(at) != wanted) {
                return false;
            }
        }
        return true;
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!isDigit(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = 10 * number + text.charAt(at) - '0';
        }
        return number;
    }
}
