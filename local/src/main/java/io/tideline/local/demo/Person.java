package io.tideline.local.demo;

import io.tideline.local.demo.Company.Market;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An invented customer with everything that happened.
 *
 * @param entered when each stage reached was entered, in order
 * @param purchases oldest first
 */
record Person(
        String id,
        String name,
        Market market,
        String agent,
        String source,
        @Nullable String campaign,
        String channelAccount,
        Instant acquiredAt,
        Map<Stage, Instant> entered,
        List<Purchase> purchases) {

    Person {
        entered = java.util.Collections.unmodifiableMap(new EnumMap<>(entered));
        purchases = List.copyOf(purchases);
    }

    /**
     * @param cents amount in hundredths of the organisation's currency
     * @param campaign the campaign it is put down to, if any
     */
    record Purchase(String id, Instant at, long cents, @Nullable String campaign) {}

    Optional<Instant> at(Stage stage) {
        return Optional.ofNullable(entered.get(stage));
    }

    Stage furthest() {
        return entered.keySet().stream().reduce(Stage.REACH, (before, after) -> after);
    }
}
