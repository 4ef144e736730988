package io.tideline.funnel.journey;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Rows of a statement, page by page: while one page is worked on, the next is fetched, so two are in memory.
 *
 * @param <B> what has to be known beside the rows of a page
 */
final class PagedRows<B> {
    private final Vertx vertx;
    private final Cursor cursor;
    private final int size;
    private final Function<List<Row>, Uni<B>> beside;
    private Optional<Page<B>> page = Optional.empty();

    private PagedRows(Vertx vertx, Cursor cursor, int size, Function<List<Row>, Uni<B>> beside) {
        this.vertx = vertx;
        this.cursor = cursor;
        this.size = size;
        this.beside = beside;
    }

    private record Page<B>(List<Row> rows, B beside) {}

    /**
     * Lets each worker have every n-th row of each page; they work beside one another, each on one row after the other.
     *
     * @param beside fetched for each page before it is worked on
     */
    static <B> Uni<Void> each(
            Vertx vertx, Source source, Function<List<Row>, Uni<B>> beside, List<BiConsumer<Row, B>> workers) {
        PagedRows<B> rows =
                new PagedRows<>(vertx, source.statement().cursor(source.arguments()), source.pageSize(), beside);
        return Multi.createBy()
                .repeating()
                .uni(() -> rows.step(workers))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWith(rows.cursor.close());
    }

    /** @param pageSize rows of a page */
    record Source(PreparedStatement statement, Tuple arguments, int pageSize) {}

    /** Whether there is more to do. */
    private Uni<Boolean> step(List<BiConsumer<Row, B>> workers) {
        Optional<Page<B>> current = page;
        boolean isLast = current.isPresent() && !cursor.hasMore();
        Uni<Optional<Page<B>>> fetched = isLast ? Uni.createFrom().item(Optional.empty()) : fetch();
        return Uni.combine()
                .all()
                .unis(fetched, work(current, workers))
                .asTuple()
                .map(done -> {
                    page = done.getItem1();
                    return page.isPresent();
                });
    }

    private Uni<Optional<Page<B>>> fetch() {
        return cursor.read(size).flatMap(read -> {
            List<Row> rows = new ArrayList<>(read.size());
            read.forEach(rows::add);
            return rows.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : beside.apply(rows).map(known -> Optional.of(new Page<>(rows, known)));
        });
    }

    private Uni<Boolean> work(Optional<Page<B>> current, List<BiConsumer<Row, B>> workers) {
        if (current.isEmpty()) {
            return Uni.createFrom().item(true);
        }
        List<Row> rows = current.get().rows();
        List<Uni<Boolean>> works = new ArrayList<>();
        for (int lane = 0; lane < workers.size(); lane++) {
            int first = lane;
            works.add(vertx.executeBlocking(
                    () -> {
                        for (int at = first; at < rows.size(); at += workers.size()) {
                            workers.get(first)
                                    .accept(rows.get(at), current.get().beside());
                        }
                        return true;
                    },
                    false));
        }
        return Uni.join().all(works).andFailFast().replaceWith(true);
    }
}
