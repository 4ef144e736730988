package io.tideline.survey.score;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * What a segment must not show although enough answered, because subtracting it would tell what {@link SmallCellRule} hides.
 * <pre>
 * values of a dimension   hidden where the breakdown hides some of them and also others that are not named
 * tags, surveys           hidden where 1 to floor - 1 answers of the whole are left without them
 * </pre>
 * Each is judged under the rest of the segment and by itself: who may not see a market may not see its parts in two languages either.
 */
final class SegmentGuard {
    /** By period and figure: nothing. */
    static final BiPredicate<Integer, Figure> NOTHING = (period, figure) -> false;

    private SegmentGuard() {}

    /** Reads, in each period. */
    interface Reader {
        /** All answers of a lens. */
        Uni<List<Cell>> all(Lens lens);

        /** What the groups of a dimension say about a segment that names some of them by their keys. */
        Uni<List<SmallParts>> parts(Lens whole, Dimension dimension, List<String> named);
    }

    private record Place(int period, Figure figure) {}

    /** What to hide, by period and figure. A segment that names nothing costs no reading, and neither does one without a floor. */
    static Uni<BiPredicate<Integer, Figure>> hides(Lens lens, Reader reader) {
        Set<Narrowing> named = lens.segment().narrowings();
        if (lens.ownFloor() <= 0 || named.isEmpty()) {
            return Uni.createFrom().item(NOTHING);
        }
        List<Uni<BiPredicate<Integer, Figure>>> judged = new ArrayList<>();
        for (Narrowing one : named) {
            judged.add(judged(lens, one, reader));
            if (named.size() > 1) {
                judged.add(judged(lens.of(lens.segment().only(one)), one, reader));
            }
        }
        return Uni.join().all(judged).andFailFast().map(all -> all.stream().reduce(NOTHING, BiPredicate::or));
    }

    private static Uni<BiPredicate<Integer, Figure>> judged(Lens lens, Narrowing one, Reader reader) {
        Lens whole = lens.of(lens.segment().without(one));
        Dimension dimension = one.dimension();
        if (dimension == null) {
            return Uni.combine()
                    .all()
                    .unis(reader.all(whole), reader.all(lens))
                    .with((all, part) -> leavesFew(all, part, lens.floor()));
        }
        return reader.parts(whole, dimension, lens.segment().keys(dimension)).map(parts -> splits(parts, lens.floor()));
    }

    private static BiPredicate<Integer, Figure> splits(List<SmallParts> parts, int floor) {
        Set<Place> split = parts.stream()
                .filter(part -> part.splits(floor))
                .map(part -> new Place(part.period(), part.figure()))
                .collect(Collectors.toSet());
        return (period, figure) -> split.contains(new Place(period, figure));
    }

    private static BiPredicate<Integer, Figure> leavesFew(List<Cell> all, List<Cell> part, int floor) {
        return (period, figure) -> SmallCellRule.leavesFew(sum(all, period, figure), sum(part, period, figure), floor);
    }

    private static long sum(List<Cell> cells, int period, Figure figure) {
        return cells.stream()
                .filter(cell -> cell.period() == period)
                .mapToLong(cell -> cell.of(figure))
                .sum();
    }
}
