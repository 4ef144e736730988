package io.tideline.funnel.result;

import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.Journey;
import io.tideline.platform.graph.Dimension;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** A funnel by value of a dimension, for each of many stretches of entry: a customer is walked only for stretches they could have entered in. */
final class HeatWalk implements Walker {
    private final List<GroupWalk> parts;
    private final EntryParts entries;

    /** @param queries of one definition, each for its own period, neighbours in order */
    HeatWalk(List<FunnelQuery> queries, Dimension dimension, Room room) {
        this.parts = queries.stream()
                .map(query -> new GroupWalk(query, dimension, Attribution.AT_ENTRY, room))
                .toList();
        this.entries = new EntryParts(queries);
    }

    @Override
    public void walk(PackedJourney packed, List<Journey> ways) {
        BitSet entered = entries.entered(ways);
        for (int part = entered.nextSetBit(0); part >= 0; part = entered.nextSetBit(part + 1)) {
            parts.get(part).walk(packed, ways);
        }
    }

    /** Adds what another has counted of other customers. */
    void add(HeatWalk other) {
        for (int part = 0; part < parts.size(); part++) {
            parts.get(part).add(other.parts.get(part));
        }
    }

    List<Map<String, FunnelResult>> results() {
        return parts.stream().map(GroupWalk::results).toList();
    }
}
