package io.tideline.local.imports;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One way to write times: {@code DD/MM/YYYY HH:mm} and the like, {@code epoch-seconds} or {@code epoch-millis}. */
final class DateFormat {
    private static final int DIGITS_OF_A_FRACTION = 9;

    private final String text;
    private final @Nullable DateTimeFormatter pattern;

    private DateFormat(String text, @Nullable DateTimeFormatter pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    static @Nullable DateFormat of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        if (text.equals("epoch-seconds") || text.equals("epoch-millis")) {
            return new DateFormat(text, null);
        }
        try {
            return new DateFormat(text, formatter(text));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--date-format " + text
                    + " is no format: write it with YYYY MM DD HH mm ss SSS, such as 'DD/MM/YYYY HH:mm'");
        }
    }

    Instant instant(String value, Supplier<ZoneId> zone) {
        if (pattern == null) {
            return sinceEpoch(value);
        }
        TemporalAccessor found;
        try {
            found = pattern.parseBest(value, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
        } catch (DateTimeException e) {
            throw new DateTimeException("is no time of the format " + text, e);
        }
        if (found instanceof ZonedDateTime exact) {
            return exact.toInstant();
        }
        return found instanceof LocalDateTime local
                ? local.atZone(zone.get()).toInstant()
                : LocalDate.from(found).atStartOfDay(zone.get()).toInstant();
    }

    private Instant sinceEpoch(String value) {
        try {
            BigDecimal number = new BigDecimal(value);
            int shift = text.equals("epoch-seconds") ? DIGITS_OF_A_FRACTION : DIGITS_OF_A_FRACTION - 3;
            BigInteger nanos = number.scaleByPowerOfTen(shift).toBigInteger();
            BigInteger[] parts = nanos.divideAndRemainder(BigInteger.valueOf(1_000_000_000));
            return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new DateTimeException("is no number of " + text.substring("epoch-".length()), e);
        }
    }

    private static DateTimeFormatter formatter(String text) {
        DateTimeFormatterBuilder builder =
                new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(javaPattern(text));
        if (text.indexOf('H') < 0 && text.indexOf('h') < 0) {
            builder.appendPattern("[[' ']['T']H:m[:s]]");
        }
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Java's letters; a number that stands between marks may have fewer digits than the format shows. */
    private static String javaPattern(String text) {
        String java = text.replace('Y', 'u')
                .replace('y', 'u')
                .replace('D', 'd')
                .replace("'T'", "T")
                .replace("T", "'T'");
        boolean isMarked = java.chars().anyMatch(letter -> "/.-: ".indexOf(letter) >= 0);
        return isMarked
                ? java.replaceAll("(?<!M)MM(?!M)", "M")
                        .replace("dd", "d")
                        .replace("HH", "H")
                        .replace("hh", "h")
                : java;
    }
}
