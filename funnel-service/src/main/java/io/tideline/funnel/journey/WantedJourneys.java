package io.tideline.funnel.journey;

import io.tideline.platform.graph.Dimension;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to read of journeys.
 *
 * @param names numbers of the wanted names, null for all
 * @param from first instant of interest
 * @param to last instant of interest, inclusive
 * @param fromTheBeginning a name of interest however long ago, or null
 * @param dimension what to group by, or null
 * @param properties of which to know what they say of each moment
 */
public record WantedJourneys(
        @Nullable List<Integer> names,
        Instant from,
        Instant to,
        @Nullable Integer fromTheBeginning,
        @Nullable Dimension dimension,
        List<String> properties) {
    public WantedJourneys {
        properties = List.copyOf(properties);
    }

    /** Without properties. */
    public WantedJourneys(
            @Nullable List<Integer> names,
            Instant from,
            Instant to,
            @Nullable Integer fromTheBeginning,
            @Nullable Dimension dimension) {
        this(names, from, to, fromTheBeginning, dimension, List.of());
    }

    MomentFilter filter() {
        return new MomentFilter(new MomentFilter.Names(names), micros(from), micros(to), fromTheBeginning);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
    }
}
