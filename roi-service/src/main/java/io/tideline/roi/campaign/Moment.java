package io.tideline.roi.campaign;

import io.tideline.platform.ingest.IngestRow;
import io.tideline.platform.ingest.RowRejection;
import io.tideline.platform.time.Days;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time as it was sent: an instant, or a local day whose beginning depends on the organisation's zone. Exactly one of the two is there. */
record Moment(@Nullable Instant instant, @Nullable LocalDate day) {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    static @Nullable Moment read(IngestRow row, String field) {
        String text = row.text(field);
        if (text == null) {
            return null;
        }
        if (!DAY.matcher(text).matches()) {
            return new Moment(row.instant(field), null);
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw row.invalid(field, "must lie between the years " + FIRST_YEAR + " and " + LAST_YEAR);
            }
            return new Moment(null, day);
        } catch (DateTimeException noDay) {
            throw row.invalid(
                    field, "must be a day or a moment with an offset, such as 2026-03-01 or 2026-03-01T09:30:00Z");
        }
    }

    static Moment required(IngestRow row, String field) {
        Moment moment = read(row, field);
        if (moment == null) {
            throw new RowRejection("MISSING", field, null, "The field " + field + " is needed.");
        }
        return moment;
    }

    static @Nullable Moment of(@Nullable LocalDate day) {
        return day == null ? null : new Moment(null, day);
    }

    /** Whether it is later than one said in the same way; a day and an instant are not compared, since that takes a zone. */
    boolean isAfter(@Nullable Moment other) {
        if (other == null) {
            return true;
        }
        if (day != null && other.day != null) {
            return day.isAfter(other.day);
        }
        return instant != null && other.instant != null && instant.isAfter(other.instant);
    }

    /** The instant meant, a day being its first instant in {@code zone}. */
    static @Nullable Instant orNull(@Nullable Moment moment, ZoneId zone) {
        return moment == null ? null : moment.at(zone);
    }

    Instant at(ZoneId zone) {
        if (instant != null) {
            return instant;
        }
        if (day != null) {
            return Days.startOf(day, zone);
        }
        throw new IllegalStateException("A moment is an instant or a day.");
    }
}
