package io.tideline.local.demo;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An invented campaign.
 *
 * @param ads whether it buys clicks; otherwise it sends messages
 * @param sends messages sent, 0 for ads
 */
record Campaign(
        String id,
        String name,
        String market,
        String channelAccount,
        String template,
        boolean ads,
        LocalDate day,
        Instant startedAt,
        int sends) {

    /** Whether an order at this moment may be put down to it: messages work for a month. */
    boolean mayHaveMoved(Instant order) {
        return !ads && order.isAfter(startedAt) && order.isBefore(startedAt.plus(java.time.Duration.ofDays(30)));
    }
}
