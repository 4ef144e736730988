package io.tideline.funnel.result;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.funnel.event.MomentNames;
import io.tideline.funnel.match.Attempt;
import io.tideline.funnel.match.FunnelMachine;
import io.tideline.funnel.match.Journey;
import io.tideline.funnel.match.StepOrder;
import io.tideline.funnel.result.JourneyStore.Packed;
import io.tideline.funnel.result.JourneyStore.Wanted;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.time.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the journeys a query is about, once, and adds up the attempts found in them. */
@ApplicationScoped
class ReadFunnel {
    private final JourneyStore store;
    private final MomentNames names;

    ReadFunnel(JourneyStore store, MomentNames names) {
        this.store = store;
        this.names = names;
    }

    Uni<FunnelResult> total(FunnelQuery query) {
        Tally tally = tally(query);
        FunnelMachine machine = new FunnelMachine(query.rules());
        return each(query, null, (packed, journey) -> counted(query, packed, machine.attempts(journey))
                        .forEach(attempt -> tally.add(packed.customer(), attempt)))
                .map(read -> Summary.of(query, tally));
    }

    /** By value of the dimension, the empty one for customers without a value. Agents and teams are those at the entry. */
    Uni<Map<String, FunnelResult>> groups(FunnelQuery query, Dimension dimension) {
        return groups(query, dimension, BreakdownAttribution.AT_ENTRY);
    }

    Uni<Map<String, FunnelResult>> groups(FunnelQuery query, Dimension dimension, BreakdownAttribution attribution) {
        Map<String, Tally> tallies = new TreeMap<>();
        FunnelMachine machine = new FunnelMachine(query.rules());
        return each(query, dimension, (packed, journey) -> counted(query, packed, machine.attempts(journey))
                        .forEach(attempt -> tallies.computeIfAbsent(
                                        group(packed, attempt, dimension, attribution), group -> tally(query))
                                .add(packed.customer(), attempt)))
                .map(read -> {
                    Map<String, FunnelResult> results = new LinkedHashMap<>();
                    tallies.forEach((group, tally) -> results.put(group, Summary.of(query, tally)));
                    return results;
                });
    }

    /** One result a part, each by the definition in force at its end; parts of one definition are read together. */
    Uni<List<FunnelResult>> trend(FunnelQuery query, List<Period> parts) {
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
        TrendWalk walk = new TrendWalk(parts);
        FunnelQuery first = parts.get(0);
        FunnelQuery last = parts.get(parts.size() - 1);
        Period whole = new Period(
                first.period().from(), last.period().to(), first.period().zone());
        FunnelQuery asked =
                new FunnelQuery(first.funnel(), first.version(), whole, first.filter(), first.options(), first.asOf());
        return each(asked, null, walk::add).map(read -> walk.results());
    }

    /** Attempts that began in the care of the agents and teams asked for. */
    static Stream<Attempt> counted(FunnelQuery query, Packed packed, Iterable<Attempt> attempts) {
        return StreamSupport.stream(attempts.spliterator(), false)
                .filter(attempt -> packed.counts(query.filter(), attempt.start()));
    }

    private static String group(Packed packed, Attempt attempt, Dimension dimension, BreakdownAttribution attribution) {
        return attribution == BreakdownAttribution.CURRENT
                ? packed.group()
                : packed.groupAt(dimension, attempt.start());
    }

    static Tally tally(FunnelQuery query) {
        return new Tally(query.rules(), Micros.of(query.asOf()));
    }

    /** What is done with one customer's moments; the journey is only lent. */
    interface Walker {
        void walk(Packed packed, Journey journey);
    }

    private Uni<Void> each(FunnelQuery query, @Nullable Dimension dimension, Walker walker) {
        String tenant = query.filter().tenant();
        List<String> excluded = query.options().excluded();
        return store.inSnapshot(tenant, (connection, journeys) -> names.find(
                        connection, tenant, StageCodes.names(query.version(), excluded))
                .map(numbers -> StageCodes.of(query.version(), excluded, numbers))
                .flatMap(codes -> journeys.read(
                        connection, query.filter(), wanted(query, codes, dimension), lending(query, codes, walker))));
    }

    private static Wanted wanted(FunnelQuery query, StageCodes codes, @Nullable Dimension dimension) {
        boolean everything = query.options().orderOrUsual() == StepOrder.STRICT;
        return new Wanted(
                everything ? null : codes.numbers(), query.from(), query.to(), codes.orderOrNull(), dimension);
    }

    private static Consumer<Packed> lending(FunnelQuery query, StageCodes codes, Walker walker) {
        Journey journey = new Journey();
        long from = Micros.of(query.from());
        return packed -> {
            codes.unpack(packed.moments(), from, journey);
            walker.walk(packed, journey);
        };
    }
}
