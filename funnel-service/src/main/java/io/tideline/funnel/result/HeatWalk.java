package io.tideline.funnel.result;

import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.Journey;
import io.tideline.platform.graph.Dimension;
import java.util.List;

/** A funnel by value of a dimension, for each of many stretches of entry. */
final class HeatWalk implements ReadFunnel.Walker {
    private final List<GroupWalk> parts;

    /** @param queries of one definition, each for its own period */
    HeatWalk(List<FunnelQuery> queries, Dimension dimension) {
        this.parts = queries.stream()
                .map(query -> new GroupWalk(query, dimension, Attribution.AT_ENTRY))
                .toList();
    }

    @Override
    public void walk(PackedJourney packed, List<Journey> ways) {
        parts.forEach(part -> part.walk(packed, ways));
    }

    void add(HeatWalk other) {
        for (int part = 0; part < parts.size(); part++) {
            parts.get(part).add(other.parts.get(part));
        }
    }

    List<GroupWalk> parts() {
        return parts;
    }
}
