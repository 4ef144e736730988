package io.tideline.platform.graph;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.graphql.Description;

/** Length of the calendar buckets of a trend; applied to a day it gives the first day of the following bucket. */
@Description("Length of the calendar buckets of a trend, cut in the time zone of the period.")
public enum Granularity implements UnaryOperator<LocalDate> {
    @Description("One local day.")
    DAY,
    @Description("ISO 8601 week, Monday to Sunday.")
    WEEK,
    @Description("Calendar month.")
    MONTH,
    @Description("Calendar quarter, beginning in January, April, July or October.")
    QUARTER,
    @Description("Calendar year.")
    YEAR;

    /** First day of the bucket that holds {@code day}. */
    public LocalDate first(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    @Override
    public LocalDate apply(LocalDate day) {
        LocalDate first = first(day);
        return switch (this) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case YEAR -> first.plusYears(1);
        };
    }
}
