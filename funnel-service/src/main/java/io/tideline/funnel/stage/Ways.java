package io.tideline.funnel.stage;

import io.tideline.funnel.event.MomentName;
import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.funnel.funnel.OrderMatch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways into the stages of a funnel, one by one. */
final class Ways {
    private Ways() {}

    /**
     * One way into one stage.
     *
     * @param stage place of the stage, from 0
     * @param tag the tag's name where it is one
     * @param orders which orders, where it is orders
     */
    record Way(int stage, MomentName name, @Nullable String tag, @Nullable OrderMatch orders) {}

    static List<Way> into(List<FunnelStage> stages) {
        List<Way> ways = new ArrayList<>();
        for (int stage = 0; stage < stages.size(); stage++) {
            var match = stages.get(stage).match();
            if (match.tag() != null) {
                ways.add(new Way(stage, MomentName.tag(match.tag()), match.tag(), null));
            }
            if (match.event() != null) {
                ways.add(new Way(stage, MomentName.event(match.event()), null, null));
            }
            if (match.order() != null) {
                ways.add(new Way(stage, MomentName.ORDER, null, match.order()));
            }
        }
        return ways;
    }

    static Set<MomentName> names(List<Way> ways) {
        Set<MomentName> names = new LinkedHashSet<>();
        ways.forEach(way -> names.add(way.name()));
        return names;
    }

    /** Those whose names were ever met. */
    static List<Way> met(List<Way> ways, Map<MomentName, Integer> numbers) {
        return ways.stream().filter(way -> numbers.containsKey(way.name())).toList();
    }
}
