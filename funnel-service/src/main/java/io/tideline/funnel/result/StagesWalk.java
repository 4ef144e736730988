package io.tideline.funnel.result;

import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.Attempt;
import io.tideline.funnel.match.FunnelMachine;
import io.tideline.funnel.match.Journey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A funnel of everybody that remembers which stages each customer reached. */
final class StagesWalk implements ReadFunnel.Walker {
    private final FunnelQuery query;
    private final FunnelMachine machine;
    private final Tally tally;
    /** Of customers that entered, the stages of their attempts, whatever the order of the attempts. */
    private final Map<UUID, Long> reached = new HashMap<>();

    StagesWalk(FunnelQuery query) {
        this.query = query;
        this.machine = new FunnelMachine(query.rules());
        this.tally = ReadFunnel.tally(query);
    }

    @Override
    public void walk(PackedJourney packed, List<Journey> ways) {
        for (Attempt attempt : machine.attempts(ways)) {
            if (packed.counts(query.filter(), attempt.start())) {
                tally.add(packed.customer(), attempt);
                reached.merge(packed.customer(), mixed(stages(attempt)), Long::sum);
            }
        }
    }

    void add(StagesWalk other) {
        tally.add(other.tally);
        reached.putAll(other.reached);
    }

    FunnelResult result() {
        return Summary.of(query, tally);
    }

    /** Customers of whom two readings say different things, by id. */
    List<UUID> differing(StagesWalk other) {
        Set<UUID> differing = new HashSet<>();
        reached.forEach((customer, stages) -> {
            if (!stages.equals(other.reached.get(customer))) {
                differing.add(customer);
            }
        });
        other.reached.keySet().stream()
                .filter(customer -> !reached.containsKey(customer))
                .forEach(differing::add);
        return List.copyOf(differing);
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
