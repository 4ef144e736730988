package io.tideline.customer.alert;

import io.tideline.platform.graph.ReadOnce;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an alert is connected with, by local id.
 *
 * @param customer the customer it was raised for, or the one that was merged into since; null where it is about nobody known
 * @param peers the alerts that were read together with this one
 */
record AlertLinks(UUID alert, @Nullable UUID customer, @Nullable UUID agent, @Nullable UUID team, Peers peers) {

    /** Alerts that were read together, so that what each is asked for next is read for all of them at once. */
    record Peers(Set<UUID> customers, Set<UUID> agents, ReadOnce reads) {
        Peers {
            customers = Set.copyOf(customers);
            agents = Set.copyOf(agents);
        }
    }
}
