package io.tideline.roi.revenue;

import java.time.LocalDate;
import java.util.List;

/**
 * How the customers of one cell come back.
 *
 * @param gaps whole days between a purchase day and the customer's purchase day before it
 * @param firstDays day of each customer's first order in the cell
 * @param followedAfter for each of these, whole days until the customer's next order, -1 where none followed
 */
record Rhythm(List<Integer> gaps, List<LocalDate> firstDays, List<Integer> followedAfter) {
    static final Rhythm NONE = new Rhythm(List.of(), List.of(), List.of());

    Rhythm {
        gaps = List.copyOf(gaps);
        firstDays = List.copyOf(firstDays);
        followedAfter = List.copyOf(followedAfter);
    }
}
