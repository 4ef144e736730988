package io.tideline.roi.acquisition;

import io.tideline.platform.graph.Dimension;
import io.tideline.roi.cut.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Divides what campaigns cost among groups of customers.
 * <pre>cost of a group = Σ cost of a campaign × customers it won in the group / customers it won</pre>
 * A cost of no campaign is divided by all customers won. Where a campaign won nobody its cost stays in the group without a value, and in no segment.
 * By campaign nothing is divided: each group has its campaign's cost. So the groups add up to the whole.
 */
final class AllocationRules {
    private AllocationRules() {}

    /** What one campaign, or none, cost in a bucket. */
    record Cost(int bucket, @Nullable UUID campaign, String currency, Spend spend) {}

    /** @param narrowed whether only a segment of customers counts */
    static Map<Place, Map<String, Spend>> allocate(
            List<Cost> costs, Newcomers newcomers, @Nullable Dimension dimension, boolean narrowed) {
        Map<Place, Map<String, Spend>> allocated = new HashMap<>();
        for (Cost cost : costs) {
            shares(cost, newcomers, dimension, narrowed).forEach((key, spend) -> allocated
                    .computeIfAbsent(new Place(cost.bucket, key), place -> new TreeMap<>())
                    .merge(cost.currency, spend, Spend::plus));
        }
        return allocated;
    }

    private static Map<String, Spend> shares(
            Cost cost, Newcomers newcomers, @Nullable Dimension dimension, boolean narrowed) {
        boolean divided = dimension != null && dimension != Dimension.CAMPAIGN;
        String ownKey = dimension == Dimension.CAMPAIGN && cost.campaign != null ? cost.campaign.toString() : "";
        if (!divided && !narrowed) {
            return Map.of(ownKey, cost.spend);
        }
        long all = newcomers.all(cost.bucket, cost.campaign);
        if (all == 0) {
            return narrowed ? Map.of() : Map.of("", cost.spend);
        }
        Map<String, Spend> shares = new HashMap<>();
        newcomers.groups(cost.bucket, cost.campaign).forEach((key, won) -> {
            if (won > 0) {
                shares.merge(divided ? key : ownKey, cost.spend.share(won, all), Spend::plus);
            }
        });
        return shares;
    }
}
