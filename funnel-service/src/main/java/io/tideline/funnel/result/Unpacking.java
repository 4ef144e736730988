package io.tideline.funnel.result;

import io.tideline.funnel.journey.MomentList;
import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.Journey;
import io.tideline.funnel.match.StepOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes one query's journeys of moments that may have been read for others too; one serves one thread. */
final class Unpacking {
    /** The first of a reading's properties is the one to hold. */
    private static final int HELD = 0;

    private final StageCodes codes;
    private final long from;
    private final long to;
    /** Stages that a moment may enter the funnel by. */
    private final int entering;
    /** Whether moments of no stage interrupt. */
    private final boolean everything;

    private final Journey journey = new Journey();
    private final List<Journey> only = List.of(journey);

    private Unpacking(FunnelQuery query, StageCodes codes) {
        this.codes = codes;
        this.from = Micros.of(query.from());
        this.to = Micros.of(query.to());
        this.entering = query.rules().entering();
        this.everything = query.options().orderOrUsual() == StepOrder.STRICT;
    }

    /** The way that the query's options ask for. */
    static Function<PackedJourney, List<Journey>> of(FunnelQuery query, StageCodes codes) {
        Unpacking unpacking = new Unpacking(query, codes);
        return query.options().hold() == null ? unpacking::whole : unpacking::held;
    }

    /** All moments in one journey, lent until the next customer; earlier ones only tell which order was the first. */
    List<Journey> whole(PackedJourney packed) {
        MomentList moments = packed.moments();
        journey.clear();
        boolean ordered = false;
        for (int at = 0; at < moments.size(); at++) {
            int name = moments.name(at);
            long mask = codes.mask(name, ordered);
            ordered |= codes.isOrder(name);
            add(journey, moments.time(at), mask);
        }
        return only;
    }

    /** The moments divided into one journey for each value that they hold; those without a value are in none. */
    List<Journey> held(PackedJourney packed) {
        Map<Long, Journey> ways = new LinkedHashMap<>();
        MomentList moments = packed.moments();
        boolean ordered = false;
        int first = moments.size();
        for (int at = 0; at < moments.size(); at++) {
            int name = moments.name(at);
            long mask = codes.mask(name, ordered);
            ordered |= codes.isOrder(name);
            long value = packed.property(HELD, at);
            if (value != PackedJourney.NO_VALUE) {
                add(ways.computeIfAbsent(value, met -> new Journey()), moments.time(at), mask);
            }
            if (first > at && (mask & entering) != 0 && moments.time(at) >= from) {
                first = at;
            }
        }
        long entered = first < moments.size() ? packed.property(HELD, first) : PackedJourney.NO_VALUE;
        ways.entrySet().stream().filter(way -> way.getKey() != entered).forEach(way -> way.getValue()
                .enteredElsewhere());
        return new ArrayList<>(ways.values());
    }

    private void add(Journey way, long time, long mask) {
        if (time >= from && time <= to && (mask != 0 || everything)) {
            way.add(time, mask);
        }
    }
}
