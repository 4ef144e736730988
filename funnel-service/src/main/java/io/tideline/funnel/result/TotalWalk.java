package io.tideline.funnel.result;

import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.FunnelMachine;
import io.tideline.funnel.match.Journey;
import java.util.List;

/** A funnel of everybody. */
final class TotalWalk implements Walker {
    private final FunnelQuery query;
    private final FunnelMachine machine;
    private final Tally tally;

    TotalWalk(FunnelQuery query, Room room) {
        this.query = query;
        this.machine = new FunnelMachine(query.rules());
        this.tally = new Tally(query, room);
    }

    @Override
    public void walk(PackedJourney packed, List<Journey> ways) {
        tally.addAll(query.filter(), packed, machine.attempts(ways));
    }

    /** Adds what another has counted of other customers. */
    void add(TotalWalk other) {
        tally.add(other.tally);
    }

    Tally tally() {
        return tally;
    }
}
