package io.tideline.roi.revenue;

import io.smallrye.mutiny.Uni;
import io.tideline.roi.cut.Asked;
import io.tideline.roi.cut.Cut;
import io.tideline.roi.cut.Labels;
import io.tideline.roi.cut.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** One asked period with every way it is cut in one answer; each cut is read once, however many groups and points stand on it. */
final class RevenueBook {
    private final Asked asked;
    private final RevenueStore store;
    private final Labels labels;
    private final Map<Cut, Uni<Map<Place, RevenueFigures>>> figures = new ConcurrentHashMap<>();
    private final Map<Cut, Uni<Map<Place, Rhythm>>> rhythms = new ConcurrentHashMap<>();

    RevenueBook(Asked asked, RevenueStore store, Labels labels) {
        this.asked = asked;
        this.store = store;
        this.labels = labels;
    }

    Asked asked() {
        return asked;
    }

    Uni<Revenue> whole() {
        return figures(Cut.WHOLE).map(cells -> revenue(Cut.WHOLE, Place.WHOLE, cells));
    }

    Uni<Rhythm> rhythm(Cut cut, Place place) {
        return rhythms.computeIfAbsent(
                        cut, fresh -> store.rhythm(asked, fresh).memoize().indefinitely())
                .map(cells -> cells.getOrDefault(place, Rhythm.NONE));
    }

    /** The groups of one bucket that hold anything. */
    Uni<List<RevenueGroup>> groups(Cut cut, int bucket) {
        var dimension = Objects.requireNonNull(cut.dimension());
        return figures(cut).flatMap(cells -> labels.of(asked.segment().tenant(), dimension, keys(cells, bucket))
                .map(groups -> groups.stream()
                        .map(group -> new RevenueGroup(
                                dimension,
                                group.key(),
                                group.label(),
                                revenue(cut, new Place(bucket, group.stored()), cells)))
                        .toList()));
    }

    /** Every bucket of one group, also the empty ones. */
    Uni<List<RevenuePoint>> points(Cut cut, String key) {
        var buckets = cut.buckets(asked.period());
        return figures(cut).map(cells -> IntStream.range(0, buckets.size())
                .mapToObj(i -> new RevenuePoint(
                        buckets.get(i).from(),
                        buckets.get(i).to(),
                        buckets.get(i).isCompleteAt(asked.asOf()),
                        revenue(cut, new Place(i + 1, key), cells)))
                .toList());
    }

    private Uni<Map<Place, RevenueFigures>> figures(Cut cut) {
        return figures.computeIfAbsent(
                cut, fresh -> store.figures(asked, fresh).memoize().indefinitely());
    }

    private Revenue revenue(Cut cut, Place place, Map<Place, RevenueFigures> cells) {
        Set<String> present = new TreeSet<>();
        cells.values().forEach(cell -> present.addAll(cell.amounts().keySet()));
        String currency = asked.organisation().currencyFor(present, asked.currency());
        return new Revenue(this, cut, place, cells.getOrDefault(place, RevenueFigures.NONE), currency);
    }

    private static Set<String> keys(Map<Place, RevenueFigures> cells, int bucket) {
        Set<String> keys = new TreeSet<>();
        cells.keySet().stream().filter(place -> place.bucket() == bucket).forEach(place -> keys.add(place.key()));
        return keys;
    }
}
