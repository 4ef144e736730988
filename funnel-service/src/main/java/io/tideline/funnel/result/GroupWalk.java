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
import org.jspecify.annotations.Nullable;

/** A funnel by value of a dimension. */
final class GroupWalk implements ReadFunnel.Walker {
    private final FunnelQuery query;
    private final Dimension dimension;
    private final Attribution attribution;
    private final FunnelMachine machine;
    private final Map<String, Tally> tallies = new TreeMap<>();

    GroupWalk(FunnelQuery query, Dimension dimension, Attribution attribution) {
        this.query = query;
        this.dimension = dimension;
        this.attribution = attribution;
        this.machine = new FunnelMachine(query.rules());
    }

    @Override
    public void walk(PackedJourney packed, List<Journey> ways) {
        for (Attempt attempt : machine.attempts(ways)) {
            String group = group(packed, attempt);
            if (group != null && packed.counts(query.filter(), attempt.start())) {
                of(group).add(packed.customer(), kept(packed, attempt));
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

    /** Null where the attempt counts for none. */
    private @Nullable String group(PackedJourney packed, Attempt attempt) {
        return switch (attribution.rule()) {
            case CURRENT -> packed.group();
            case AT_ENTRY, ALL_STEPS -> packed.groupAt(dimension, attempt.start());
            case LAST -> packed.groupAt(dimension, attempt.at(attempt.furthest()));
            case STEP ->
                attempt.wasSeenIn(attribution.stage())
                        ? packed.groupAt(dimension, attempt.at(attribution.stage()))
                        : null;
            case FIRST -> first(packed, attempt);
        };
    }

    private String first(PackedJourney packed, Attempt attempt) {
        for (int stage = 0; stage <= attempt.furthest(); stage++) {
            String value = attempt.wasSeenIn(stage) ? packed.groupAt(dimension, attempt.at(stage)) : "";
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /** As much of the attempt as counts for its group. */
    private Attempt kept(PackedJourney packed, Attempt attempt) {
        if (attribution.rule() != BreakdownAttribution.ALL_STEPS) {
            return attempt;
        }
        String group = packed.groupAt(dimension, attempt.start());
        int last = 0;
        for (int stage = 1; stage <= attempt.furthest(); stage++) {
            if (attempt.wasSeenIn(stage)) {
                if (!packed.groupAt(dimension, attempt.at(stage)).equals(group)) {
                    return attempt.upTo(last);
                }
                last = stage;
            }
        }
        return attempt;
    }
}
