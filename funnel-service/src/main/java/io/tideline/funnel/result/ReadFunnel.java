package io.tideline.funnel.result;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.time.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Reads the journeys a query is about, once, and adds up the attempts found in them. */
@ApplicationScoped
public class ReadFunnel {
    private final SharedReadings readings;
    private final KnownResults known;

    ReadFunnel(SharedReadings readings, KnownResults known) {
        this.readings = readings;
        this.known = known;
    }

    public Uni<FunnelResult> total(FunnelQuery query) {
        return known.orElse(
                        query,
                        List.of(),
                        () -> readings.each(
                                query,
                                null,
                                room -> new TotalWalk(query, room),
                                walks -> Map.of(
                                        "",
                                        Summary.of(
                                                query,
                                                sum(walks, TotalWalk::add).tally()))))
                .map(results -> results.values().iterator().next());
    }

    /** As another product reads it, with what we read differently. */
    Uni<FunnelResult> compared(FunnelQuery query, CompatProfile profile) {
        FunnelQuery own = query.ours();
        Supplier<Uni<FunnelResult>> read = () ->
                readings.both(query, own, room -> new CompatWalk(query, own, room), walks -> sum(walks, CompatWalk::add)
                        .result(profile));
        return own.isLasting() ? known.orElse(query, List.of(profile), read, KnownResults::numbers) : read.get();
    }

    /** By value of the dimension, the empty one for customers without a value. Agents and teams are those at the entry. */
    public Uni<Map<String, FunnelResult>> groups(FunnelQuery query, Dimension dimension) {
        return groups(query, dimension, Attribution.AT_ENTRY);
    }

    Uni<Map<String, FunnelResult>> groups(FunnelQuery query, Dimension dimension, Attribution attribution) {
        return known.orElse(
                query,
                List.of(dimension, attribution),
                () -> readings.each(
                        query, dimension, room -> new GroupWalk(query, dimension, attribution, room), walks -> sum(
                                        walks, GroupWalk::add)
                                .results()));
    }

    /** By value of the dimension, for each of many parts of the period. */
    public Uni<List<Map<String, FunnelResult>>> heat(FunnelQuery query, List<FunnelQuery> parts, Dimension dimension) {
        return known.orElse(
                query,
                List.of(
                        "heat",
                        dimension,
                        parts.stream().map(FunnelQuery::period).toList()),
                () -> readings.each(query, dimension, room -> new HeatWalk(parts, dimension, room), walks -> sum(
                                walks, HeatWalk::add)
                        .results()),
                found -> found.stream()
                        .flatMap(part -> part.values().stream())
                        .mapToLong(KnownResults::numbers)
                        .sum());
    }

    /** One result a part, each by the definition in force at its end; parts of one definition are read together. */
    Uni<List<FunnelResult>> trend(FunnelQuery query, List<Period> parts) {
        if (!query.isLasting(parts)) {
            return readTrend(query, parts);
        }
        return known.orElse(
                        query, List.copyOf(parts), () -> readTrend(query, parts).map(results -> {
                            Map<String, FunnelResult> byPart = new LinkedHashMap<>();
                            results.forEach(result -> byPart.put(Integer.toString(byPart.size()), result));
                            return byPart;
                        }))
                .map(byPart -> List.copyOf(byPart.values()));
    }

    private Uni<List<FunnelResult>> readTrend(FunnelQuery query, List<Period> parts) {
        Map<Integer, List<FunnelQuery>> byVersion = new LinkedHashMap<>();
        for (Period part : parts) {
            FunnelQuery asked = query.of(part);
            byVersion
                    .computeIfAbsent(asked.version().version(), version -> new ArrayList<>())
                    .add(asked);
        }
        return Multi.createFrom()
                .iterable(byVersion.values())
                .onItem()
                .transformToUniAndConcatenate(this::points)
                .collect()
                .asList()
                .map(runs -> runs.stream().flatMap(List::stream).toList());
    }

    private Uni<List<FunnelResult>> points(List<FunnelQuery> parts) {
        FunnelQuery first = parts.get(0);
        FunnelQuery last = parts.get(parts.size() - 1);
        FunnelQuery asked = first.sameFor(new Period(
                first.period().from(), last.period().to(), first.period().zone()));
        return readings.each(asked, null, room -> new TrendWalk(parts, room), walks -> sum(walks, TrendWalk::add)
                .results());
    }

    private static <W> W sum(List<W> walks, BiConsumer<W, W> adding) {
        W first = walks.get(0);
        walks.subList(1, walks.size()).forEach(walk -> adding.accept(first, walk));
        return first;
    }
}
