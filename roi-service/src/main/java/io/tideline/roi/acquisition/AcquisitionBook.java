package io.tideline.roi.acquisition;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.CellBudget;
import io.tideline.roi.cut.Asked;
import io.tideline.roi.cut.Cells;
import io.tideline.roi.cut.Cut;
import io.tideline.roi.cut.Labels;
import java.util.List;

/** What one asked period cost and brought, and its cuts. */
final class AcquisitionBook {
    private static final Cells.Kind<AcquisitionFigures> KIND =
            new Cells.Kind<>(AcquisitionFigures.NONE, AcquisitionFigures::currencies);

    private final Asked asked;
    private final Cells<AcquisitionFigures> cells;

    AcquisitionBook(Asked asked, CellBudget budget, AcquisitionStore store, Labels labels) {
        this.asked = asked;
        this.cells = new Cells<>(asked, budget, labels, KIND, cut -> store.figures(asked, cut));
    }

    Asked asked() {
        return asked;
    }

    Uni<Acquisition> whole() {
        return cells.whole().map(this::acquisition);
    }

    Uni<List<AcquisitionGroup>> groups(Cut cut, int bucket) {
        return cells.groups(
                cut,
                bucket,
                (dimension, group, cell) ->
                        new AcquisitionGroup(dimension, group.key(), group.label(), acquisition(cell)));
    }

    Uni<List<AcquisitionPoint>> points(Cut cut, String key) {
        return cells.points(
                cut,
                key,
                (bucket, complete, cell) ->
                        new AcquisitionPoint(bucket.from(), bucket.to(), complete, acquisition(cell)));
    }

    private Acquisition acquisition(Cells.Cell<AcquisitionFigures> cell) {
        return new Acquisition(this, cell.cut(), cell.place(), cell.figures(), cell.currency());
    }
}
