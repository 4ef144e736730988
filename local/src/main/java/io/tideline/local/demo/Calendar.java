package io.tideline.local.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** How busy days are: twice as busy at the end of the span as at its beginning, busiest before Christmas, quiet in summer and at weekends. */
final class Calendar {
    private static final double GROWTH = 1.2;
    private static final double WEEKEND = 0.5;

    /** January to December. */
    private static final List<Double> SEASON =
            List.of(0.9, 0.9, 1.0, 1.05, 1.05, 1.0, 0.8, 0.75, 1.05, 1.15, 1.45, 1.3);

    private static final double BUSIEST = (1 + GROWTH) * 1.45;
    private static final int OPENS_AT = 8 * 3_600;
    private static final int OPEN_SECONDS = 13 * 3_600;

    private final Span span;

    Calendar(Span span) {
        this.span = span;
    }

    /** A day, drawn as often as it is busy. */
    LocalDate day(Chance chance) {
        while (true) {
            int index = chance.between(0, span.days() - 1);
            if (chance.happens(weight(index) / BUSIEST)) {
                return span.day(index);
            }
        }
    }

    /** A second of the day between opening and closing. */
    static int second(Chance chance) {
        return OPENS_AT + chance.between(0, OPEN_SECONDS);
    }

    double weight(int index) {
        LocalDate day = span.day(index);
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        double growth = 1 + GROWTH * index / span.days();
        return growth * SEASON.get(day.getMonthValue() - 1) * (weekend ? WEEKEND : 1);
    }
}
