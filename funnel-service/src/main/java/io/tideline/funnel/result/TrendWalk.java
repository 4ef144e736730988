package io.tideline.funnel.result;

import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.FunnelMachine;
import io.tideline.funnel.match.Journey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A funnel for each of many stretches of entry, from one reading: a customer is walked only for stretches they could have entered in. */
final class TrendWalk implements ReadFunnel.Walker {
    private final List<FunnelQuery> parts;
    private final List<FunnelMachine> machines = new ArrayList<>();
    private final List<Tally> tallies = new ArrayList<>();
    private final long[] starts;
    private final int entering;

    /** @param parts neighbouring periods in order, of one definition */
    TrendWalk(List<FunnelQuery> parts) {
        this.parts = parts;
        parts.forEach(part -> {
            machines.add(new FunnelMachine(part.rules()));
            tallies.add(ReadFunnel.tally(part));
        });
        this.starts = parts.stream()
                .mapToLong(part -> Micros.of(part.period().start()))
                .toArray();
        this.entering = parts.get(0).rules().entering();
    }

    @Override
    public void walk(PackedJourney packed, List<Journey> ways) {
        BitSet entered = new BitSet(starts.length);
        ways.forEach(way -> enter(way, entered));
        for (int part = entered.nextSetBit(0); part >= 0; part = entered.nextSetBit(part + 1)) {
            ReadFunnel.count(parts.get(part), packed, machines.get(part).attempts(ways), tallies.get(part));
        }
    }

    /** Marks the parts that have a moment an attempt could begin with; what lies behind the last part is looked at in vain there. */
    private void enter(Journey journey, BitSet entered) {
        for (int at = 0; at < journey.size(); at++) {
            if ((journey.stages(at) & entering) != 0 && journey.time(at) >= starts[0]) {
                int found = Arrays.binarySearch(starts, journey.time(at));
                entered.set(found >= 0 ? found : -found - 2);
            }
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
