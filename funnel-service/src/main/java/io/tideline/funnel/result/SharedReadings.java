package io.tideline.funnel.result;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.event.MomentName;
import io.tideline.funnel.event.MomentNames;
import io.tideline.funnel.journey.JourneyStore;
import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.journey.WantedJourneys;
import io.tideline.funnel.match.StepOrder;
import io.tideline.platform.graph.Dimension;
import io.vertx.mutiny.core.Context;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads journeys once for all questions about the same customers that wait for their turn together: the fields of a board, or several of its viewers. */
@ApplicationScoped
class SharedReadings {
    private final JourneyStore store;
    private final MomentNames names;
    private final Vertx vertx;
    private final Map<Gathering, Uni<Boolean>> open = new HashMap<>();

    SharedReadings(JourneyStore store, MomentNames names, Vertx vertx) {
        this.store = store;
        this.names = names;
        this.vertx = vertx;
    }

    /**
     * Lets walkers meet all customers a query is about.
     *
     * @param walker made for each lane; they work beside one another, and each meets some of the customers
     * @param summed makes the answer of the walkers of all lanes, off the event loop
     */
    <W extends Walker, R> Uni<R> each(
            FunnelQuery query, @Nullable Dimension dimension, Function<Room, W> walker, Function<List<W>, R> summed) {
        return ask(
                query,
                room -> new Question<>(
                        dimension, List.of(new Question.Side<>(query, walk -> walk)), () -> walker.apply(room)),
                dimension,
                summed);
    }

    /** The same for two queries about the same customers; each customer is met by both, one right after the other. */
    <R> Uni<R> both(
            FunnelQuery one,
            FunnelQuery other,
            Function<Room, CompatWalk> walker,
            Function<List<CompatWalk>, R> summed) {
        List<Question.Side<CompatWalk>> sides =
                List.of(new Question.Side<>(one, CompatWalk::theirs), new Question.Side<>(other, CompatWalk::ours));
        return ask(one, room -> new Question<>(null, sides, () -> walker.apply(room)), null, summed);
    }

    private <W, R> Uni<R> ask(
            FunnelQuery query,
            Function<Room, Question<W>> asked,
            @Nullable Dimension dimension,
            Function<List<W>, R> summed) {
        @Nullable Context own = Vertx.currentContext();
        return Uni.createFrom().deferred(() -> {
            Joined<W> joined = join(query, asked, dimension);
            return joined.read()
                    .flatMap(read -> vertx.executeBlocking(
                            () -> summed.apply(joined.question().lanes()), false))
                    .emitOn(answer -> back(own, answer));
        });
    }

    /** What follows an answer belongs to the request that asked, not to the one that the reading began with. */
    private static void back(@Nullable Context own, Runnable answer) {
        if (own == null) {
            answer.run();
        } else {
            own.runOnContext(answer);
        }
    }

    private record Joined<W>(Question<W> question, Uni<Boolean> read) {}

    private <W> Joined<W> join(FunnelQuery query, Function<Room, Question<W>> asked, @Nullable Dimension dimension) {
        synchronized (open) {
            Gathering gathering = open.keySet().stream()
                    .filter(waiting -> waiting.takes(query, dimension))
                    .findFirst()
                    .orElseGet(() -> new Gathering(query));
            Question<W> question = asked.apply(Room.usual());
            gathering.add(question);
            return new Joined<>(question, open.computeIfAbsent(gathering, this::reading));
        }
    }

    private Uni<Boolean> reading(Gathering gathering) {
        return store.inSnapshot(
                        gathering.filter().tenant(),
                        () -> close(gathering),
                        (connection, journeys) -> read(connection, journeys, gathering))
                .onTermination()
                .invoke(() -> close(gathering))
                .replaceWith(true)
                .memoize()
                .indefinitely();
    }

    /** Before the snapshot is taken: what a question knows to have happened when it joins is in it. */
    private void close(Gathering gathering) {
        synchronized (open) {
            open.remove(gathering);
        }
    }

    private Uni<Void> read(SqlConnection connection, JourneyStore journeys, Gathering gathering) {
        Set<MomentName> wanted = new HashSet<>();
        gathering.queries().forEach(query -> wanted.addAll(StageCodes.names(query.version(), query.exclusions())));
        return names.find(connection, gathering.filter().tenant(), wanted).flatMap(numbers -> {
            Map<FunnelQuery, StageCodes> codes = new HashMap<>();
            gathering
                    .queries()
                    .forEach(query -> codes.put(query, StageCodes.of(query.version(), query.exclusions(), numbers)));
            return journeys.read(connection, gathering.filter(), wanted(gathering, codes), lanes(gathering, codes));
        });
    }

    private static List<Consumer<PackedJourney>> lanes(Gathering gathering, Map<FunnelQuery, StageCodes> codes) {
        List<Consumer<PackedJourney>> lanes = new ArrayList<>();
        for (int lane = 0; lane < JourneyStore.LANES; lane++) {
            int number = lane;
            List<Question.LaneWalk> walks = gathering.questions().stream()
                    .map(question ->
                            question.in(number, query -> Unpacking.of(query, Objects.requireNonNull(codes.get(query)))))
                    .toList();
            lanes.add(packed -> walks.forEach(walk -> walk.meet(packed)));
        }
        return lanes;
    }

    /** All that any of the queries needs. */
    private static WantedJourneys wanted(Gathering gathering, Map<FunnelQuery, StageCodes> codes) {
        List<FunnelQuery> queries = gathering.queries();
        boolean everything = queries.stream().anyMatch(query -> query.options().orderOrUsual() == StepOrder.STRICT);
        return new WantedJourneys(
                everything
                        ? null
                        : codes.values().stream()
                                .flatMap(of -> of.numbers().stream())
                                .distinct()
                                .toList(),
                queries.stream()
                        .map(FunnelQuery::from)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                queries.stream()
                        .map(FunnelQuery::to)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                codes.values().stream()
                        .map(StageCodes::orderOrNull)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                gathering.dimension(),
                gathering.hold() == null ? List.of() : List.of(gathering.hold()));
    }
}
