package io.tideline.funnel.result;

import io.tideline.funnel.journey.JourneyStore;
import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.Journey;
import io.tideline.platform.graph.Dimension;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one question does with everybody's moments while others may look at the same ones. Where it fails, the others go on.
 *
 * @param <W> counts some of the customers in one lane
 */
final class Question<W> {
    private final @Nullable Dimension dimension;
    private final List<Side<W>> sides;
    private final List<W> lanes;
    private volatile @Nullable RuntimeException failure;

    /** @param sides ways to look at each customer, one after the other */
    Question(@Nullable Dimension dimension, List<Side<W>> sides, Supplier<W> lane) {
        this.dimension = dimension;
        this.sides = List.copyOf(sides);
        this.lanes = Stream.generate(lane).limit(JourneyStore.LANES).toList();
    }

    /** A query, and what is done with the journeys it is about. */
    record Side<W>(FunnelQuery query, Function<W, Walker> walker) {}

    @Nullable
    Dimension dimension() {
        return dimension;
    }

    List<FunnelQuery> queries() {
        return sides.stream().map(Side::query).toList();
    }

    /** @param unpacking how to make a query's journeys of what is lent to the lane */
    LaneWalk in(int lane, Function<FunnelQuery, Function<PackedJourney, List<Journey>>> unpacking) {
        List<LaneWalk> walks = sides.stream()
                .map(side -> {
                    Walker walker = side.walker().apply(lanes.get(lane));
                    Function<PackedJourney, List<Journey>> unpacked = unpacking.apply(side.query());
                    return (LaneWalk) packed -> walker.walk(packed, unpacked.apply(packed));
                })
                .toList();
        return packed -> {
            if (failure == null) {
                meet(walks, packed);
            }
        };
    }

    private void meet(List<LaneWalk> walks, PackedJourney packed) {
        try {
            walks.forEach(walk -> walk.meet(packed));
        } catch (RuntimeException refused) {
            failure = refused;
        }
    }

    /** What is done in one lane with each customer. */
    interface LaneWalk {
        void meet(PackedJourney packed);
    }

    /** The lanes after the reading; fails as the question did. */
    List<W> lanes() {
        RuntimeException refused = failure;
        if (refused != null) {
            throw refused;
        }
        return lanes;
    }
}
