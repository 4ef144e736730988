package io.tideline.roi.acquisition;

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
final class AcquisitionBook {
    private final Asked asked;
    private final AcquisitionStore store;
    private final Labels labels;
    private final Map<Cut, Uni<Map<Place, AcquisitionFigures>>> figures = new ConcurrentHashMap<>();

    AcquisitionBook(Asked asked, AcquisitionStore store, Labels labels) {
        this.asked = asked;
        this.store = store;
        this.labels = labels;
    }

    Asked asked() {
        return asked;
    }

    Uni<Acquisition> whole() {
        return figures(Cut.WHOLE).map(cells -> acquisition(Cut.WHOLE, Place.WHOLE, cells));
    }

    /** The groups of one bucket that hold anything. */
    Uni<List<AcquisitionGroup>> groups(Cut cut, int bucket) {
        var dimension = Objects.requireNonNull(cut.dimension());
        return figures(cut).flatMap(cells -> labels.of(asked.segment().tenant(), dimension, keys(cells, bucket))
                .map(groups -> groups.stream()
                        .map(group -> new AcquisitionGroup(
                                dimension,
                                group.key(),
                                group.label(),
                                acquisition(cut, new Place(bucket, group.stored()), cells)))
                        .toList()));
    }

    /** Every bucket of one group, also the empty ones. */
    Uni<List<AcquisitionPoint>> points(Cut cut, String key) {
        var buckets = cut.buckets(asked.period());
        return figures(cut).map(cells -> IntStream.range(0, buckets.size())
                .mapToObj(i -> new AcquisitionPoint(
                        buckets.get(i).from(),
                        buckets.get(i).to(),
                        buckets.get(i).isCompleteAt(asked.asOf()),
                        acquisition(cut, new Place(i + 1, key), cells)))
                .toList());
    }

    private Uni<Map<Place, AcquisitionFigures>> figures(Cut cut) {
        return figures.computeIfAbsent(
                cut, fresh -> store.figures(asked, fresh).memoize().indefinitely());
    }

    private Acquisition acquisition(Cut cut, Place place, Map<Place, AcquisitionFigures> cells) {
        Set<String> present = new TreeSet<>();
        cells.values().forEach(cell -> present.addAll(cell.currencies()));
        String currency = asked.organisation().currencyFor(present, asked.currency());
        return new Acquisition(this, cut, place, cells.getOrDefault(place, AcquisitionFigures.NONE), currency);
    }

    private static Set<String> keys(Map<Place, AcquisitionFigures> cells, int bucket) {
        Set<String> keys = new TreeSet<>();
        cells.keySet().stream().filter(place -> place.bucket() == bucket).forEach(place -> keys.add(place.key()));
        return keys;
    }
}
