package io.tideline.survey.door;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** The door's own connections, so that neither boards nor batches can starve it. A statement here is a transaction of its own. */
@ApplicationScoped
public class DoorPool {
    private final Pool pool;

    DoorPool(@ReactiveDataSource("door") Pool pool) {
        this.pool = pool;
    }

    /** The item comes after the commit. */
    public Uni<RowSet<Row>> run(String sql, Tuple arguments) {
        return pool.preparedQuery(sql).execute(arguments);
    }
}
