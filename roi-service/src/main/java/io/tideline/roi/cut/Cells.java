package io.tideline.roi.cut;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.CellBudget;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One asked period with every way it is cut in one answer; each cut is read once, however many groups and points stand on it.
 *
 * @param <F> figures of a cell
 */
public final class Cells<F> {
    private final Asked asked;
    private final CellBudget budget;
    private final Labels labels;
    private final Kind<F> kind;
    private final Function<Cut, Uni<Map<Place, F>>> read;
    private final Map<Cut, Uni<Map<Place, F>>> byCut = new ConcurrentHashMap<>();

    /** What a cell without figures holds, and in which currencies figures are. */
    public record Kind<F>(F none, Function<F, Set<String>> currencies) {}

    /** One cell, in the currency that amounts of its cut are shown in. */
    public record Cell<F>(Cut cut, Place place, F figures, String currency) {}

    /** What is shown of one group. */
    public interface GroupOf<F, T> {
        T of(Dimension dimension, Labels.Group group, Cell<F> cell);
    }

    /** What is shown of one bucket. */
    public interface PointOf<F, T> {
        T of(Period bucket, boolean complete, Cell<F> cell);
    }

    /** @param budget what cuts within cuts draw on */
    public Cells(Asked asked, CellBudget budget, Labels labels, Kind<F> kind, Function<Cut, Uni<Map<Place, F>>> read) {
        this.asked = asked;
        this.budget = budget;
        this.labels = labels;
        this.kind = kind;
        this.read = read;
    }

    public Uni<Cell<F>> whole() {
        return figures(Cut.WHOLE).map(cells -> cell(Cut.WHOLE, Place.WHOLE, cells));
    }

    /** The groups of one bucket that hold anything. */
    public <T> Uni<List<T>> groups(Cut cut, int bucket, GroupOf<F, T> shown) {
        var dimension = Objects.requireNonNull(cut.dimension());
        take(cut, "dimension", 1);
        return figures(cut).flatMap(cells -> labels.of(asked.segment().tenant(), dimension, keys(cut, cells, bucket))
                .map(groups -> groups.stream()
                        .map(group -> shown.of(dimension, group, cell(cut, new Place(bucket, group.stored()), cells)))
                        .toList()));
    }

    /** Every bucket of one group, also the empty ones. */
    public <T> Uni<List<T>> points(Cut cut, String key, PointOf<F, T> shown) {
        var buckets = cut.buckets(asked.period());
        take(cut, "granularity", 1 + buckets.size());
        return figures(cut).map(cells -> IntStream.range(0, buckets.size())
                .mapToObj(i -> shown.of(
                        buckets.get(i),
                        buckets.get(i).isCompleteAt(asked.asOf()),
                        cell(cut, new Place(i + 1, key), cells)))
                .toList());
    }

    private Uni<Map<Place, F>> figures(Cut cut) {
        return byCut.computeIfAbsent(cut, fresh -> read.apply(fresh).memoize().indefinitely());
    }

    private Cell<F> cell(Cut cut, Place place, Map<Place, F> cells) {
        Set<String> present = new TreeSet<>();
        cells.values().forEach(figures -> present.addAll(kind.currencies().apply(figures)));
        String currency = asked.organisation().currencyFor(present, asked.currency());
        return new Cell<>(cut, place, cells.getOrDefault(place, kind.none()), currency);
    }

    private void take(Cut cut, String argument, int cells) {
        if (cut.isTwofold()) {
            budget.take(argument, cells);
        }
    }

    private Set<String> keys(Cut cut, Map<Place, F> cells, int bucket) {
        Set<String> keys = new TreeSet<>();
        cells.keySet().stream().filter(place -> place.bucket() == bucket).forEach(place -> keys.add(place.key()));
        take(cut, "dimension", keys.size());
        return keys;
    }
}
