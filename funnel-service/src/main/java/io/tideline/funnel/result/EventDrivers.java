package io.tideline.funnel.result;

import io.tideline.funnel.journey.MomentList;
import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.Attempt;
import io.tideline.funnel.match.FunnelMachine;
import io.tideline.funnel.match.FunnelRules;
import io.tideline.funnel.match.Journey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What else happened on the way: for every name that is no stage, how many attempts met it after their entry and before they converted, or before they
 * could convert no more, and how many of those converted.
 */
final class EventDrivers implements Walker {
    private final FunnelQuery query;
    private final StageCodes codes;
    private final FunnelRules rules;
    private final FunnelMachine machine;
    private final long asOf;
    private final Map<Integer, int[]> met = new HashMap<>();
    private final Set<Integer> metOnce = new HashSet<>();
    private int entered;
    private int converted;

    EventDrivers(FunnelQuery query, StageCodes codes) {
        this.query = query;
        this.codes = codes;
        this.rules = query.rules();
        this.machine = new FunnelMachine(rules);
        this.asOf = Micros.of(query.asOf());
    }

    @Override
    public void walk(PackedJourney packed, List<Journey> ways) {
        for (Attempt attempt : machine.attempts(ways)) {
            if (packed.counts(query.filter(), attempt.start())) {
                count(packed.moments(), attempt);
            }
        }
    }

    private void count(MomentList moments, Attempt attempt) {
        int one = attempt.isConverted() ? 1 : 0;
        entered++;
        converted += one;
        long end = attempt.isConverted() ? attempt.at(rules.last()) - 1 : Math.min(asOf, attempt.closes());
        metOnce.clear();
        for (int at = 0; at < moments.size() && moments.time(at) <= end; at++) {
            if (moments.time(at) > attempt.start() && !codes.isStage(moments.name(at))) {
                metOnce.add(moments.name(at));
            }
        }
        metOnce.forEach(name -> count(name, 1, one));
    }

    private void count(int name, int more, int moreConverted) {
        int[] counts = met.computeIfAbsent(name, first -> new int[2]);
        counts[0] += more;
        counts[1] += moreConverted;
    }

    /** Adds what another has counted of other customers. */
    void add(EventDrivers other) {
        entered += other.entered;
        converted += other.converted;
        other.met.forEach((name, counts) -> count(name, counts[0], counts[1]));
    }

    /** By number of the name; only what can be said something of. */
    Map<Integer, Association> found() {
        Map<Integer, Association> found = new HashMap<>();
        met.forEach((name, counts) -> {
            Association trait = new Association(counts[0], counts[1], entered, converted);
            if (trait.isListed()) {
                found.put(name, trait);
            }
        });
        return found;
    }
}
