package io.tideline.funnel.result;

import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.FunnelMachine;
import io.tideline.funnel.match.Journey;
import java.util.List;

/** A funnel of everybody. */
final class TotalWalk implements ReadFunnel.Walker {
    private final FunnelQuery query;
    private final FunnelMachine machine;
    private final Tally tally;

    TotalWalk(FunnelQuery query) {
        this.query = query;
        this.machine = new FunnelMachine(query.rules());
        this.tally = ReadFunnel.tally(query);
    }

    @Override
    public void walk(PackedJourney packed, List<Journey> ways) {
        ReadFunnel.count(query, packed, machine.attempts(ways), tally);
    }

    /** Adds what another has counted of other customers. */
    void add(TotalWalk other) {
        tally.add(other.tally);
    }

    Tally tally() {
        return tally;
    }
}
