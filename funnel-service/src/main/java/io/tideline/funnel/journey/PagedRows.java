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
import java.util.function.Consumer;

/** Rows of a statement, page by page: while one page is worked on, the next is fetched, so two are in memory. */
final class PagedRows {
    private final Vertx vertx;
    private final Cursor cursor;
    private final int size;
    private List<Row> page = List.of();

    private PagedRows(Vertx vertx, Cursor cursor, int size) {
        this.vertx = vertx;
        this.cursor = cursor;
        this.size = size;
    }

    /** Lets each worker have every n-th row of each page; they work beside one another, each on one row after the other. */
    static Uni<Void> each(
            Vertx vertx, PreparedStatement statement, Tuple arguments, int size, List<Consumer<Row>> workers) {
        PagedRows rows = new PagedRows(vertx, statement.cursor(arguments), size);
        return Multi.createBy()
                .repeating()
                .uni(() -> rows.step(workers))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWith(rows.cursor.close());
    }

    /** Whether there is more to do. */
    private Uni<Boolean> step(List<Consumer<Row>> workers) {
        List<Row> current = page;
        boolean isLast = !current.isEmpty() && !cursor.hasMore();
        Uni<List<Row>> fetched = isLast ? Uni.createFrom().item(List.of()) : fetch();
        return Uni.combine()
                .all()
                .unis(fetched, work(current, workers))
                .asTuple()
                .map(done -> {
                    page = done.getItem1();
                    return !page.isEmpty();
                });
    }

    private Uni<List<Row>> fetch() {
        return cursor.read(size).map(rows -> {
            List<Row> fetched = new ArrayList<>(rows.size());
            rows.forEach(fetched::add);
            return fetched;
        });
    }

    private Uni<List<Boolean>> work(List<Row> rows, List<Consumer<Row>> workers) {
        List<Uni<Boolean>> works = new ArrayList<>();
        for (int lane = 0; lane < workers.size(); lane++) {
            int first = lane;
            works.add(vertx.executeBlocking(
                    () -> {
                        for (int at = first; at < rows.size(); at += workers.size()) {
                            workers.get(first).accept(rows.get(at));
                        }
                        return true;
                    },
                    false));
        }
        return Uni.join().all(works).andFailFast();
    }
}
