package io.tideline.customer.customer;

import io.tideline.platform.graph.ReadOnce;
import java.util.Set;
import java.util.UUID;

/**
 * Customers that were read together, so that what each is asked for next is read for all of them at once.
 *
 * @param members ids of the customers and of those merged into them
 */
public record Peers(Set<UUID> members, Set<UUID> agents, Set<UUID> channelAccounts, ReadOnce reads) {
    public Peers {
        members = Set.copyOf(members);
        agents = Set.copyOf(agents);
        channelAccounts = Set.copyOf(channelAccounts);
    }
}
