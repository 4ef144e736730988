package io.tideline.funnel.result;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.event.MomentName;
import io.tideline.funnel.event.MomentNames;
import io.tideline.funnel.journey.JourneyStore;
import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.journey.WantedJourneys;
import io.tideline.funnel.match.Journey;
import io.tideline.funnel.match.StepOrder;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what funnels say of the events themselves: their properties, and what else happens on the way. */
@ApplicationScoped
public class ReadEvents {
    /** Its counts and its name. */
    private static final int NUMBERS_OF_A_DRIVER = 50;

    private final JourneyStore store;
    private final MomentNames names;
    private final KnownResults known;

    ReadEvents(JourneyStore store, MomentNames names, KnownResults known) {
        this.store = store;
        this.names = names;
        this.known = known;
    }

    /** By value of the property, the empty one for attempts without a value. */
    Uni<Map<String, FunnelResult>> groups(FunnelQuery query, String property, Attribution attribution) {
        return known.orElse(
                query,
                List.of("property", property, attribution),
                () -> inSnapshot(query, (connection, codes) -> {
                    boolean isStrict = query.options().orderOrUsual() == StepOrder.STRICT;
                    WantedJourneys wanted = wanted(query, codes, isStrict ? null : codes.numbers(), List.of(property));
                    Room room = Room.usual();
                    return PropertyValues.read(connection, query, codes, property, wanted)
                            .flatMap(values -> each(
                                    connection,
                                    query,
                                    codes,
                                    wanted,
                                    () -> new GroupWalk(query, values, attribution, room)))
                            .map(walks -> {
                                walks.subList(1, walks.size()).forEach(walks.get(0)::add);
                                return walks.get(0).results();
                            });
                }));
    }

    /** What happens on the way, by its name. */
    public Uni<Map<MomentName, Association>> drivers(FunnelQuery query) {
        return known.orElse(
                query,
                List.of("drivers"),
                () -> readDrivers(query),
                found -> (long) NUMBERS_OF_A_DRIVER * found.size());
    }

    private Uni<Map<MomentName, Association>> readDrivers(FunnelQuery query) {
        return inSnapshot(query, (connection, codes) -> each(
                        connection,
                        query,
                        codes,
                        wanted(query, codes, null, List.of()),
                        () -> new EventDrivers(query, codes))
                .flatMap(walks -> {
                    walks.subList(1, walks.size()).forEach(walks.get(0)::add);
                    Map<Integer, Association> found = walks.get(0).found();
                    return names.named(connection, query.filter().tenant(), found.keySet())
                            .map(named -> byName(named, found));
                }));
    }

    private static Map<MomentName, Association> byName(
            Map<Integer, MomentName> named, Map<Integer, Association> found) {
        Map<MomentName, Association> byName = new HashMap<>();
        named.forEach((number, name) -> byName.put(name, found.get(number)));
        return byName;
    }

    private interface Work<T> {
        Uni<T> on(SqlConnection connection, StageCodes codes);
    }

    private <T> Uni<T> inSnapshot(FunnelQuery query, Work<T> work) {
        String tenant = query.filter().tenant();
        List<Exclusion> excluded = query.exclusions();
        return store.inSnapshot(tenant, (connection, journeys) -> names.find(
                        connection, tenant, StageCodes.names(query.version(), excluded))
                .flatMap(numbers -> work.on(connection, StageCodes.of(query.version(), excluded, numbers))));
    }

    private <W extends Walker> Uni<List<W>> each(
            SqlConnection connection,
            FunnelQuery query,
            StageCodes codes,
            WantedJourneys wanted,
            java.util.function.Supplier<W> walker) {
        List<W> walkers = new ArrayList<>();
        List<Consumer<PackedJourney>> lanes = new ArrayList<>();
        for (int lane = 0; lane < JourneyStore.LANES; lane++) {
            W walk = walker.get();
            Function<PackedJourney, List<Journey>> unpacking = Unpacking.of(query, codes);
            walkers.add(walk);
            lanes.add(packed -> walk.walk(packed, unpacking.apply(packed)));
        }
        return store.read(connection, query.filter(), wanted, lanes).replaceWith(walkers);
    }

    /** @param more properties to know, behind the one to hold */
    private static WantedJourneys wanted(
            FunnelQuery query, StageCodes codes, @Nullable List<Integer> names, List<String> more) {
        List<String> properties = new ArrayList<>();
        if (query.options().hold() != null) {
            properties.add(query.options().hold());
        }
        properties.addAll(more);
        return new WantedJourneys(names, query.from(), query.to(), codes.orderOrNull(), null, properties);
    }
}
