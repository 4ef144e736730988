package io.tideline.survey.score;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** Counts the answers of a lens in each period, by a dimension or of all. */
    interface Reader {
        Uni<List<Cell>> read(Lens lens, @Nullable Dimension dimension);
    }

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
                    .unis(reader.read(whole, null), reader.read(lens, null))
                    .with((all, part) -> leavesFew(all, part, lens.floor()));
        }
        return reader.read(whole, dimension)
                .map(cells -> splits(cells, key -> lens.segment().names(dimension, key), lens.floor()));
    }

    private static BiPredicate<Integer, Figure> splits(List<Cell> cells, Predicate<String> named, int floor) {
        Map<Integer, List<Cell>> byPeriod = cells.stream().collect(Collectors.groupingBy(Cell::period));
        return (period, figure) -> {
            // In the order of the breakdown, which decides between parts of the same size.
            Map<String, Long> answers = new LinkedHashMap<>();
            byPeriod.getOrDefault(period, List.of()).forEach(cell -> answers.put(cell.key(), cell.of(figure)));
            return SmallCellRule.splits(answers, named, floor);
        };
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
