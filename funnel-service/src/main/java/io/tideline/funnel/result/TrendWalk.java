package io.tideline.funnel.result;

import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.FunnelMachine;
import io.tideline.funnel.match.Journey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A funnel for each of many stretches of entry, from one reading: a customer is walked only for stretches they could have entered in. */
final class TrendWalk implements Walker {
    private final List<FunnelQuery> parts;
    private final List<FunnelMachine> machines = new ArrayList<>();
    private final List<Tally> tallies = new ArrayList<>();
    private final EntryParts entries;

    /** @param parts neighbouring periods in order, of one definition */
    TrendWalk(List<FunnelQuery> parts, Room room) {
        this.parts = parts;
        parts.forEach(part -> {
            machines.add(new FunnelMachine(part.rules()));
            tallies.add(new Tally(part, room));
        });
        this.entries = new EntryParts(parts);
    }

    @Override
    public void walk(PackedJourney packed, List<Journey> ways) {
        BitSet entered = entries.entered(ways);
        for (int part = entered.nextSetBit(0); part >= 0; part = entered.nextSetBit(part + 1)) {
            tallies.get(part)
                    .addAll(parts.get(part).filter(), packed, machines.get(part).attempts(ways));
        }
    }

    /** Adds what another has counted of other customers. */
    void add(TrendWalk other) {
        for (int part = 0; part < parts.size(); part++) {
            tallies.get(part).add(other.tallies.get(part));
        }
    }

    List<FunnelResult> results() {
        List<FunnelResult> results = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            results.add(Summary.of(parts.get(part), tallies.get(part)));
        }
        return results;
    }
}
