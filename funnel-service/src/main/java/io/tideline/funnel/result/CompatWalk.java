package io.tideline.funnel.result;

import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.Attempt;
import io.tideline.funnel.match.FunnelMachine;
import io.tideline.funnel.match.Journey;
import java.util.List;

/** A funnel of everybody read in two ways, one customer after the other, that remembers of whom they say different things. */
final class CompatWalk {
    private final Side theirs;
    private final Side ours;
    private final CustomerList differing;

    CompatWalk(FunnelQuery theirs, FunnelQuery ours, Room room) {
        this.theirs = new Side(theirs, room);
        this.ours = new Side(ours, room);
        this.differing = new CustomerList(room);
    }

    /** To meet each customer first. */
    Walker theirs() {
        return theirs;
    }

    /** To meet the same customer right after. */
    Walker ours() {
        return (packed, ways) -> {
            ours.walk(packed, ways);
            if (ours.reached != theirs.reached) {
                differing.append(packed.customer());
            }
        };
    }

    /** Takes over what another has counted of other customers. */
    void add(CompatWalk other) {
        theirs.tally.add(other.theirs.tally);
        ours.tally.add(other.ours.tally);
        differing.appendAll(other.differing);
    }

    FunnelResult result(CompatProfile profile) {
        return Summary.of(theirs.query, theirs.tally)
                .with(new CompatReading(
                        profile, profile.rules(), Summary.of(ours.query, ours.tally), differing.size(), differing));
    }

    private static final class Side implements Walker {
        private final FunnelQuery query;
        private final FunnelMachine machine;
        private final Tally tally;
        /** The stages of the present customer's attempts, whatever the order of the attempts; 0 without any. */
        private long reached;

        Side(FunnelQuery query, Room room) {
            this.query = query;
            this.machine = new FunnelMachine(query.rules());
            this.tally = new Tally(query, room);
        }

        @Override
        public void walk(PackedJourney packed, List<Journey> ways) {
            reached = 0;
            for (Attempt attempt : machine.attempts(ways)) {
                if (packed.counts(query.filter(), attempt.start())) {
                    tally.add(packed.customer(), attempt);
                    reached += mixed(stages(attempt));
                }
            }
        }

        private long stages(Attempt attempt) {
            long stages = 0;
            for (int stage = 0; stage < query.version().stages().size(); stage++) {
                stages |= attempt.reached(stage) ? 1L << stage : 0;
            }
            return stages;
        }

        /** Spreads a number over all bits, so that sums of several tell which they were. */
        private static long mixed(long value) {
            long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            return mixed ^ (mixed >>> 31);
        }
    }
}
