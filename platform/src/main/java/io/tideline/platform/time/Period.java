package io.tideline.platform.time;

import io.tideline.platform.error.AppException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Local days from {@code from} up to, but without, {@code to}, cut in {@code zone}.
 * An event at the first instant of {@code to} belongs to the next period.
 */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {
    /** Most parts a period is split into: a year of days and then some, or 33 years of months. */
    private static final int MOST_PARTS = 400;

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A period ends after it begins: " + from + " to " + to);
        }
    }

    public Instant start() {
        return Days.startOf(from, zone);
    }

    public Instant end() {
        return Days.startOf(to, zone);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start()) && instant.isBefore(end());
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** True when no instant of this period lies after {@code now}. */
    public boolean isCompleteAt(Instant now) {
        return !end().isAfter(now);
    }

    /**
     * Consecutive parts that cover this period, cut where a calendar bucket begins.
     * The first and the last part are shorter when the period begins or ends inside a bucket.
     *
     * @param nextBucket maps a day to the first day of the following bucket
     */
    public List<Period> split(UnaryOperator<LocalDate> nextBucket) {
        List<Period> parts = new ArrayList<>();
        for (LocalDate begin = from; begin.isBefore(to); ) {
            LocalDate next = nextBucket.apply(begin);
            LocalDate end = next.isBefore(to) ? next : to;
            parts.add(new Period(begin, end, zone));
            begin = end;
            if (parts.size() > MOST_PARTS) {
                throw AppException.badInput("granularity", "A trend has at most " + MOST_PARTS + " points.");
            }
        }
        return List.copyOf(parts);
    }

    /**
     * The period just before this one: as many months when both ends are the same day of the month,
     * otherwise as many days. July is preceded by June, not by the 31 days before July.
     */
    public Period previous() {
        long months = ChronoUnit.MONTHS.between(from, to);
        boolean wholeMonths = months > 0 && from.plusMonths(months).equals(to) && from.getDayOfMonth() == 1;
        return new Period(wholeMonths ? from.minusMonths(months) : from.minusDays(days()), from, zone);
    }

    /** The same dates one year earlier; February 29 maps to February 28, the day count may differ by one. */
    public Period yearBefore() {
        return new Period(from.minusYears(1), to.minusYears(1), zone);
    }
}
