package io.tideline.roi.acquisition;

import io.tideline.roi.cut.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many customers each campaign won, by bucket and group: what costs are divided by. */
final class Newcomers {
    private final Map<Won, Long> inSegment = new HashMap<>();
    private final Map<Won, Long> all = new HashMap<>();

    /** Customers of one cell, won by one campaign or by none. */
    private record Won(Place place, @Nullable UUID campaign) {}

    void add(Place place, @Nullable UUID campaign, long within, long counted) {
        inSegment.merge(new Won(place, campaign), within, Long::sum);
        all.merge(new Won(place, campaign), counted, Long::sum);
    }

    /** Customers in the segment of every group of a bucket, won by this campaign or, for costs of no campaign, by any or none. */
    Map<String, Long> groups(int bucket, @Nullable UUID campaign) {
        Map<String, Long> groups = new HashMap<>();
        inSegment.forEach((won, customers) -> {
            if (won.place.bucket() == bucket && isBy(won, campaign)) {
                groups.merge(won.place.key(), customers, Long::sum);
            }
        });
        return groups;
    }

    /** Customers of the whole organisation. */
    long all(int bucket, @Nullable UUID campaign) {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().place.bucket() == bucket && isBy(entry.getKey(), campaign))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static boolean isBy(Won won, @Nullable UUID campaign) {
        return campaign == null || campaign.equals(won.campaign);
    }
}
