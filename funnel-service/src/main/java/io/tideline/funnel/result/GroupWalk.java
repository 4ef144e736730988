package io.tideline.funnel.result;

import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.Attempt;
import io.tideline.funnel.match.FunnelMachine;
import io.tideline.funnel.match.Journey;
import io.tideline.platform.graph.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A funnel by value of a dimension. */
final class GroupWalk implements ReadFunnel.Walker {
    private final FunnelQuery query;
    private final Dimension dimension;
    private final BreakdownAttribution attribution;
    private final FunnelMachine machine;
    private final Map<String, Tally> tallies = new TreeMap<>();

    GroupWalk(FunnelQuery query, Dimension dimension, BreakdownAttribution attribution) {
        this.query = query;
        this.dimension = dimension;
        this.attribution = attribution;
        this.machine = new FunnelMachine(query.rules());
    }

    @Override
    public void walk(PackedJourney packed, List<Journey> ways) {
        for (Attempt attempt : machine.attempts(ways)) {
            if (packed.counts(query.filter(), attempt.start())) {
                of(group(packed, attempt)).add(packed.customer(), attempt);
            }
        }
    }

    /** Adds what another has counted of other customers. */
    void add(GroupWalk other) {
        other.tallies.forEach((group, tally) -> of(group).add(tally));
    }

    /** By value, the empty one for customers without a value. */
    Map<String, FunnelResult> results() {
        Map<String, FunnelResult> results = new LinkedHashMap<>();
        tallies.forEach((group, tally) -> results.put(group, Summary.of(query, tally)));
        return results;
    }

    private Tally of(String group) {
        return tallies.computeIfAbsent(group, met -> ReadFunnel.tally(query));
    }

    private String group(PackedJourney packed, Attempt attempt) {
        return attribution == BreakdownAttribution.CURRENT
                ? packed.group()
                : packed.groupAt(dimension, attempt.start());
    }
}
