package io.tideline.survey.score;

import io.tideline.platform.graph.CellBudget;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.time.Period;
import java.time.Instant;

/**
 * Which answers are looked at: whose, when, and how many of each customer.
 *
 * @param part whether this is a group or a point of what was asked for
 * @param budget what readings of parts draw on
 */
record Lens(
        String tenant, Period period, Segment segment, AnswerMode mode, Instant asOf, boolean part, CellBudget budget) {
    Lens(String tenant, Period period, Segment segment, AnswerMode mode, CellBudget budget) {
        this(tenant, period, segment, mode, Instant.now(), false, budget);
    }

    Lens group(Dimension dimension, String key) {
        return new Lens(tenant, period, segment.narrowedTo(dimension, key), mode, asOf, true, budget);
    }

    Lens point(Period bucket) {
        return new Lens(tenant, bucket, segment, mode, asOf, true, budget);
    }

    Lens before() {
        return new Lens(tenant, period.previous(), segment, mode, asOf, part, budget);
    }

    /** Before a part is read or cut once more: the parts that takes are bounded. */
    void take(String argument, int cells) {
        if (part) {
            budget.take(argument, cells);
        }
    }
}
