package io.tideline.funnel.result;

import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.Attempt;
import io.tideline.funnel.match.FunnelMachine;
import io.tideline.funnel.match.Journey;
import io.tideline.platform.graph.Dimension;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A funnel by value of a dimension or of a property. */
final class GroupWalk implements Walker {
    private final FunnelQuery query;
    private final StageValues values;
    private final Attribution attribution;
    private final Room room;
    private final FunnelMachine machine;
    private final Map<String, Tally> tallies = new HashMap<>();

    GroupWalk(FunnelQuery query, Dimension dimension, Attribution attribution, Room room) {
        this(query, StageValues.of(dimension), attribution, room);
    }

    GroupWalk(FunnelQuery query, StageValues values, Attribution attribution, Room room) {
        this.query = query;
        this.values = values;
        this.attribution = attribution;
        this.room = room;
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
        other.tallies.forEach((group, tally) -> {
            Tally own = tallies.putIfAbsent(group, tally);
            if (own != null) {
                own.add(tally);
            }
        });
    }

    /** By value, the empty one for customers without a value. */
    Map<String, FunnelResult> results() {
        Map<String, FunnelResult> results = new LinkedHashMap<>();
        new TreeMap<>(tallies).forEach((group, tally) -> results.put(group, Summary.of(query, tally)));
        return results;
    }

    private Tally of(String group) {
        return tallies.computeIfAbsent(group, met -> new Tally(query, room));
    }

    /** Null where the attempt counts for none. */
    private @Nullable String group(PackedJourney packed, Attempt attempt) {
        return switch (attribution.rule()) {
            case CURRENT -> packed.group();
            case AT_ENTRY, ALL_STEPS -> values.at(packed, attempt, 0);
            case LAST -> values.at(packed, attempt, attempt.furthest());
            case STEP ->
                attempt.wasSeenIn(attribution.stage()) ? values.at(packed, attempt, attribution.stage()) : null;
            case FIRST -> first(packed, attempt);
        };
    }

    private String first(PackedJourney packed, Attempt attempt) {
        for (int stage = 0; stage <= attempt.furthest(); stage++) {
            String value = attempt.wasSeenIn(stage) ? values.at(packed, attempt, stage) : "";
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
        String group = values.at(packed, attempt, 0);
        int last = 0;
        for (int stage = 1; stage <= attempt.furthest(); stage++) {
            if (attempt.wasSeenIn(stage)) {
                if (!values.at(packed, attempt, stage).equals(group)) {
                    return attempt.upTo(last);
                }
                last = stage;
            }
        }
        return attempt;
    }
}
