package io.tideline.funnel.result;

import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.FunnelMachine;
import io.tideline.funnel.match.Journey;
import io.tideline.funnel.match.StepOrder;
import java.util.ArrayList;
import java.util.List;

/** A funnel for each of many stretches of entry, from one reading: a customer is walked only for stretches they could have entered in. */
final class TrendWalk implements ReadFunnel.Walker {
    private final List<FunnelQuery> parts;
    private final List<FunnelMachine> machines = new ArrayList<>();
    private final List<Tally> tallies = new ArrayList<>();
    private final int entering;

    /** @param parts neighbouring periods in order, of one definition */
    TrendWalk(List<FunnelQuery> parts) {
        this.parts = parts;
        parts.forEach(part -> {
            machines.add(new FunnelMachine(part.rules()));
            tallies.add(ReadFunnel.tally(part));
        });
        boolean anyStage = parts.get(0).options().orderOrUsual() == StepOrder.ANY_ORDER;
        this.entering = anyStage ? ~Journey.EXCLUDED : 1;
    }

    @Override
    public void walk(PackedJourney packed, Journey journey) {
        for (int part = 0; part < parts.size(); part++) {
            long from = Micros.of(parts.get(part).period().start());
            long to = Micros.of(parts.get(part).period().end());
            if (journey.hasBetween(from, to, entering)) {
                ReadFunnel.count(parts.get(part), packed, machines.get(part).attempts(journey), tallies.get(part));
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
