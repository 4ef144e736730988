package io.tideline.funnel.result;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.funnel.event.MomentNames;
import io.tideline.funnel.journey.JourneyStore;
import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.journey.WantedJourneys;
import io.tideline.funnel.match.Attempt;
import io.tideline.funnel.match.Journey;
import io.tideline.funnel.match.StepOrder;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.time.Period;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the journeys a query is about, once, and adds up the attempts found in them. */
@ApplicationScoped
public class ReadFunnel {
    private final JourneyStore store;
    private final MomentNames names;

    private final KnownResults known;

    ReadFunnel(JourneyStore store, MomentNames names, KnownResults known) {
        this.store = store;
        this.names = names;
        this.known = known;
    }

    public Uni<FunnelResult> total(FunnelQuery query) {
        return known.orElse(query, List.of(), () -> each(query, null, () -> new TotalWalk(query))
                        .map(walks -> Map.of(
                                "", Summary.of(query, sum(walks, TotalWalk::add).tally()))))
                .map(results -> results.values().iterator().next());
    }

    /** As another product reads it, with what we read differently. */
    Uni<FunnelResult> compared(FunnelQuery query, CompatProfile profile) {
        FunnelQuery own = query.ours();
        return Uni.combine()
                .all()
                .unis(
                        each(query, null, () -> new StagesWalk(query)).map(walks -> sum(walks, StagesWalk::add)),
                        each(own, null, () -> new StagesWalk(own)).map(walks -> sum(walks, StagesWalk::add)))
                .asTuple()
                .map(read -> {
                    StagesWalk theirs = read.getItem1();
                    StagesWalk ours = read.getItem2();
                    List<UUID> differing = theirs.differing(ours);
                    return theirs.result()
                            .with(new CompatReading(
                                    profile, profile.rules(), ours.result(), differing.size(), differing));
                });
    }

    /** By value of the dimension, the empty one for customers without a value. Agents and teams are those at the entry. */
    public Uni<Map<String, FunnelResult>> groups(FunnelQuery query, Dimension dimension) {
        return groups(query, dimension, Attribution.AT_ENTRY);
    }

    Uni<Map<String, FunnelResult>> groups(FunnelQuery query, Dimension dimension, Attribution attribution) {
        return known.orElse(query, List.of(dimension, attribution), () -> each(
                        query, dimension, () -> new GroupWalk(query, dimension, attribution))
                .map(walks -> sum(walks, GroupWalk::add).results()));
    }

    /** By value of the dimension, for each of many parts of the period. */
    public Uni<List<Map<String, FunnelResult>>> heat(FunnelQuery query, List<FunnelQuery> parts, Dimension dimension) {
        return each(query, dimension, () -> new HeatWalk(parts, dimension))
                .map(walks -> sum(walks, HeatWalk::add).parts().stream()
                        .map(GroupWalk::results)
                        .toList());
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
        Period whole = new Period(
                first.period().from(), last.period().to(), first.period().zone());
        FunnelQuery asked =
                new FunnelQuery(first.funnel(), first.version(), whole, first.filter(), first.options(), first.asOf());
        return each(asked, null, () -> new TrendWalk(parts))
                .map(walks -> sum(walks, TrendWalk::add).results());
    }

    /** Adds up the attempts that began in the care of the agents and teams asked for. */
    static void count(FunnelQuery query, PackedJourney packed, List<Attempt> attempts, Tally tally) {
        for (Attempt attempt : attempts) {
            if (packed.counts(query.filter(), attempt.start())) {
                tally.add(packed.customer(), attempt);
            }
        }
    }

    static Tally tally(FunnelQuery query) {
        return new Tally(query.rules(), Micros.of(query.asOf()));
    }

    /** What is done with customers' moments, one customer after the other; journeys are only lent. */
    interface Walker {
        /** @param ways one journey, or those of each value that must stay the same */
        void walk(PackedJourney packed, List<Journey> ways);
    }

    private static <W extends Walker> W sum(List<W> walks, BiConsumer<W, W> adding) {
        W first = walks.get(0);
        walks.subList(1, walks.size()).forEach(walk -> adding.accept(first, walk));
        return first;
    }

    /** Reads with as many walkers as work beside one another; each has met some of the customers. */
    private <W extends Walker> Uni<List<W>> each(FunnelQuery query, @Nullable Dimension dimension, Supplier<W> walker) {
        String tenant = query.filter().tenant();
        List<Exclusion> excluded = query.exclusions();
        List<W> walkers = Stream.generate(walker).limit(JourneyStore.LANES).toList();
        return store.inSnapshot(tenant, (connection, journeys) -> names.find(
                                connection, tenant, StageCodes.names(query.version(), excluded))
                        .map(numbers -> StageCodes.of(query.version(), excluded, numbers))
                        .flatMap(codes -> {
                            WantedJourneys wanted = wanted(query, codes, dimension);
                            return unpacking(connection, query, codes, wanted)
                                    .flatMap(unpacking -> journeys.read(
                                            connection,
                                            query.filter(),
                                            wanted,
                                            walkers.stream()
                                                    .map(each -> lending(unpacking.get(), each))
                                                    .toList()));
                        }))
                .replaceWith(walkers);
    }

    /** How each lane turns a customer's moments into journeys. */
    private static Uni<Supplier<Function<PackedJourney, List<Journey>>>> unpacking(
            SqlConnection connection, FunnelQuery query, StageCodes codes, WantedJourneys wanted) {
        long from = Micros.of(query.from());
        String property = query.options().hold();
        if (property == null) {
            return Uni.createFrom().item(() -> () -> whole(codes, from));
        }
        return HeldValues.read(connection, query.filter(), property, wanted)
                .map(held -> () -> packed -> codes.unpack(packed, from, held));
    }

    private static Function<PackedJourney, List<Journey>> whole(StageCodes codes, long from) {
        Journey journey = new Journey();
        List<Journey> only = List.of(journey);
        return packed -> {
            codes.unpack(packed.moments(), from, journey);
            return only;
        };
    }

    private static Consumer<PackedJourney> lending(Function<PackedJourney, List<Journey>> unpacking, Walker walker) {
        return packed -> walker.walk(packed, unpacking.apply(packed));
    }

    private static WantedJourneys wanted(FunnelQuery query, StageCodes codes, @Nullable Dimension dimension) {
        boolean everything = query.options().orderOrUsual() == StepOrder.STRICT;
        return new WantedJourneys(
                everything ? null : codes.numbers(), query.from(), query.to(), codes.orderOrNull(), dimension);
    }
}
