package io.tideline.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The days told about: from {@code from} up to, and without, {@code to}, in the organisation's zone. Nothing happens after its end. */
record Span(LocalDate from, LocalDate to, ZoneId zone) {
    int days() {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    LocalDate day(int index) {
        return from.plusDays(index);
    }

    Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return to.atStartOfDay(zone).toInstant();
    }

    boolean holds(Instant moment) {
        return !moment.isBefore(start()) && moment.isBefore(end());
    }

    /** A moment of a day, in seconds since its midnight. */
    Instant moment(LocalDate day, int second) {
        return day.atStartOfDay(zone).plusSeconds(second).toInstant();
    }

    /** The same moment, or a second before the end where it would lie beyond. */
    Instant within(Instant moment) {
        return moment.isBefore(end()) ? moment : end().minusSeconds(1);
    }
}
