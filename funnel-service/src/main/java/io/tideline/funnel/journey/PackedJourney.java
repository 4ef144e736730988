package io.tideline.funnel.journey;

import io.tideline.funnel.customer.Care;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.platform.graph.Dimension;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One customer as a reader meets them.
 *
 * @param group today's value of the dimension asked for, empty without one
 * @param moments those that are wanted; lent until the next customer
 * @param beside what else is known of the customer
 */
public record PackedJourney(UUID customer, String group, MomentList moments, Past past, Beside beside) {
    /** Of a moment without the property. */
    public static final long NO_VALUE = 0;

    /**
     * What was otherwise before.
     *
     * @param care null where the customer has always been in the same hands
     * @param segment whether the customer was one of those asked for at an instant, in microseconds since 1970; null where that has always been the same
     */
    record Past(@Nullable CareHistory care, FormerValues former, @Nullable LongPredicate segment) {
        static final Past NOTHING = new Past(null, FormerValues.NONE, null);
    }

    /** Whether what happened at an instant counts for the agents and teams, and in the segment, asked for. */
    public boolean counts(CustomerFilter filter, long at) {
        return (past.care == null || filter.covers(past.care.at(at)))
                && (past.segment == null || past.segment.test(at));
    }

    /** A hash of what one of the properties asked for says of a moment, or {@link #NO_VALUE}. */
    public long property(int number, int place) {
        return beside.property(number, customer, place);
    }

    /** Value of the dimension at an instant. */
    public String groupAt(Dimension dimension, long at) {
        if (dimension != Dimension.AGENT && dimension != Dimension.TEAM) {
            return past.former.isEmpty() ? group : past.former.at(dimension, at, group);
        }
        if (past.care == null) {
            return group;
        }
        Care then = past.care.at(at);
        UUID holder = dimension == Dimension.AGENT ? then.agent() : then.team();
        return holder == null ? "" : holder.toString();
    }
}
