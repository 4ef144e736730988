package io.tideline.survey.score;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.time.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Counts as they may be shown: of what was asked for, and of its groups or points, which show nothing that the whole does not. */
@ApplicationScoped
public class ShownScores {
    private final ScoreStore store;
    private final CommentStore comments;
    private final SmallPartStore smallParts;

    ShownScores(ScoreStore store, CommentStore comments, SmallPartStore smallParts) {
        this.store = store;
        this.comments = comments;
        this.smallParts = smallParts;
    }

    /** Not yet read, each counted at most once. */
    Satisfaction satisfaction(Lens lens) {
        List<Period> periods = List.of(lens.period());
        return Satisfaction.later(
                lens, whole(lens), whole(lens, store.countAnswers(lens, periods, null)), wholeComments(lens, periods));
    }

    Uni<Satisfaction.Counts> whole(Lens lens) {
        return whole(lens, store.count(lens, List.of(lens.period()), null));
    }

    private Uni<Satisfaction.Counts> whole(Lens lens, Uni<List<Counted>> counted) {
        Uni<List<Counted>> found = counted.memoize().indefinitely();
        return Uni.combine()
                .all()
                .unis(found, guard(lens, List.of(lens.period()), found))
                .with((parts, hides) -> SmallCells.shown(parts, lens.ownFloor(), hides))
                .map(parts -> parts.isEmpty() ? Counted.nothing(0) : parts.get(0))
                .map(shown -> Satisfaction.Counts.of(shown, shown.scores().types()));
    }

    private Uni<CommentCounts> wholeComments(Lens lens, List<Period> periods) {
        var found = comments.count(lens, periods, null).memoize().indefinitely();
        return Uni.combine()
                .all()
                .unis(found, guardOfComments(lens, periods, found))
                .with((parts, hides) -> SmallCells.shownComments(parts, lens.ownFloor(), hides))
                .map(parts -> parts.values().stream().findFirst().orElse(CommentCounts.NONE));
    }

    /** By a dimension, or by periods. */
    Uni<List<Counted>> parts(Satisfaction whole, List<Period> periods, @Nullable Dimension dimension) {
        return parts(whole, periods, dimension, store.count(whole.lens(), periods, dimension));
    }

    /** The same with the weights of customers. */
    Uni<List<Counted>> weighedParts(Satisfaction whole, List<Period> periods, @Nullable Dimension dimension) {
        return parts(whole, periods, dimension, store.countAnswers(whole.lens(), periods, dimension));
    }

    private Uni<List<Counted>> parts(
            Satisfaction whole, List<Period> periods, @Nullable Dimension dimension, Uni<List<Counted>> counted) {
        Lens lens = whole.lens();
        Uni<List<Counted>> found = counted.memoize().indefinitely();
        Uni<BiPredicate<Integer, Figure>> ofWhole = lens.ownFloor() <= 0
                ? Uni.createFrom().item(SegmentGuard.NOTHING)
                : whole.counts().map(counts -> (period, figure) -> counts.hides(figure));
        Uni<BiPredicate<Integer, Figure>> ofPoints = dimension == null
                ? guard(lens, periods, found)
                : Uni.createFrom().item(SegmentGuard.NOTHING);
        return Uni.combine()
                .all()
                .unis(found, ofWhole, ofPoints)
                .with((parts, hidden, hides) -> SmallCells.shown(parts, lens.floor(), hidden.or(hides)));
    }

    Uni<Map<CommentStore.Place, CommentCounts>> commentParts(
            Satisfaction whole, List<Period> periods, @Nullable Dimension dimension) {
        Lens lens = whole.lens();
        var found = comments.count(lens, periods, dimension).memoize().indefinitely();
        Uni<BiPredicate<Integer, Figure>> ofWhole = lens.ownFloor() <= 0
                ? Uni.createFrom().item(SegmentGuard.NOTHING)
                : whole.comments().map(counts -> (period, figure) -> counts.hidden());
        Uni<BiPredicate<Integer, Figure>> ofPoints = dimension == null
                ? guardOfComments(lens, periods, found)
                : Uni.createFrom().item(SegmentGuard.NOTHING);
        return Uni.combine()
                .all()
                .unis(found, ofWhole, ofPoints)
                .with((parts, hidden, hides) -> SmallCells.shownComments(parts, lens.floor(), hidden.or(hides)));
    }

    private Uni<BiPredicate<Integer, Figure>> guard(Lens lens, List<Period> periods, Uni<List<Counted>> found) {
        return SegmentGuard.hides(lens, new SegmentGuard.Reader() {
            @Override
            public Uni<List<Cell>> all(Lens asked) {
                return (asked.equals(lens) ? found : store.count(asked, periods, null))
                        .map(parts -> parts.stream().map(Cell::of).toList());
            }

            @Override
            public Uni<List<SmallParts>> parts(Lens whole, Dimension dimension, List<String> named) {
                return smallParts.ofScores(whole, periods, dimension, named);
            }
        });
    }

    private Uni<BiPredicate<Integer, Figure>> guardOfComments(
            Lens lens, List<Period> periods, Uni<Map<CommentStore.Place, CommentCounts>> found) {
        return SegmentGuard.hides(lens, new SegmentGuard.Reader() {
            @Override
            public Uni<List<Cell>> all(Lens asked) {
                return (asked.equals(lens) ? found : comments.count(asked, periods, null))
                        .map(parts -> parts.entrySet().stream()
                                .map(part -> Cell.of(part.getKey(), part.getValue()))
                                .toList());
            }

            @Override
            public Uni<List<SmallParts>> parts(Lens whole, Dimension dimension, List<String> named) {
                return smallParts.ofComments(whole, periods, dimension, named);
            }
        });
    }
}
