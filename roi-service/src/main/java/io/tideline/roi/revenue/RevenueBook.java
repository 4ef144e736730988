package io.tideline.roi.revenue;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.CellBudget;
import io.tideline.roi.cut.Asked;
import io.tideline.roi.cut.Cells;
import io.tideline.roi.cut.Cut;
import io.tideline.roi.cut.Labels;
import io.tideline.roi.cut.Place;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was bought in one asked period, and its cuts; the rhythm of buying is read only where it is asked for. */
final class RevenueBook {
    private static final Cells.Kind<RevenueFigures> KIND =
            new Cells.Kind<>(RevenueFigures.NONE, figures -> figures.amounts().keySet());

    private final Asked asked;
    private final RevenueStore store;
    private final Cells<RevenueFigures> cells;
    private final Map<Cut, Uni<Map<Place, Rhythm>>> rhythms = new ConcurrentHashMap<>();

    RevenueBook(Asked asked, CellBudget budget, RevenueStore store, Labels labels) {
        this.asked = asked;
        this.store = store;
        this.cells = new Cells<>(asked, budget, labels, KIND, cut -> store.figures(asked, cut));
    }

    Asked asked() {
        return asked;
    }

    Uni<Revenue> whole() {
        return cells.whole().map(this::revenue);
    }

    Uni<Rhythm> rhythm(Cut cut, Place place) {
        return rhythms.computeIfAbsent(
                        cut, fresh -> store.rhythm(asked, fresh).memoize().indefinitely())
                .map(found -> found.getOrDefault(place, Rhythm.NONE));
    }

    Uni<List<RevenueGroup>> groups(Cut cut, int bucket) {
        return cells.groups(
                cut,
                bucket,
                (dimension, group, cell) -> new RevenueGroup(dimension, group.key(), group.label(), revenue(cell)));
    }

    Uni<List<RevenuePoint>> points(Cut cut, String key) {
        return cells.points(
                cut,
                key,
                (bucket, complete, cell) -> new RevenuePoint(bucket.from(), bucket.to(), complete, revenue(cell)));
    }

    private Revenue revenue(Cells.Cell<RevenueFigures> cell) {
        return new Revenue(this, cell.cut(), cell.place(), cell.figures(), cell.currency());
    }
}
