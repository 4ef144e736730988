package io.tideline.funnel.journey;

import io.tideline.funnel.customer.Care;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.platform.graph.Dimension;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One customer as a reader meets them.
 *
 * @param group today's value of the dimension asked for, empty without one
 * @param moments those that are wanted; lent until the next customer
 * @param care null where the customer has always been in the same hands
 */
public record PackedJourney(UUID customer, String group, MomentList moments, @Nullable CareHistory care) {

    /** Whether what happened at an instant counts for the agents and teams asked for. */
    public boolean counts(CustomerFilter filter, long at) {
        return care == null || filter.covers(care.at(at));
    }

    /** Value of the dimension at an instant; only who looked after the customer is known of the past. */
    public String groupAt(Dimension dimension, long at) {
        if (care == null || (dimension != Dimension.AGENT && dimension != Dimension.TEAM)) {
            return group;
        }
        Care then = care.at(at);
        UUID holder = dimension == Dimension.AGENT ? then.agent() : then.team();
        return holder == null ? "" : holder.toString();
    }
}
