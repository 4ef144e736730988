package io.tideline.customer.customer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is connected with, by local id.
 *
 * @param customer the customer's own id
 * @param absorbed ids of customers that were merged into this one
 * @param nameKey what the customer is sorted by where customers are sorted by name
 * @param peers the customers that were read together with this one
 */
public record Links(
        UUID customer,
        List<UUID> absorbed,
        @Nullable UUID campaign,
        @Nullable UUID agent,
        @Nullable UUID team,
        @Nullable UUID channelAccount,
        String nameKey,
        Peers peers) {
    public Links {
        absorbed = List.copyOf(absorbed);
    }
}
