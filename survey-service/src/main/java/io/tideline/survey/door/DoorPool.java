package io.tideline.survey.door;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** The door's own connections, so that neither boards nor batches can starve it. A statement here is a transaction of its own. */
@ApplicationScoped
public class DoorPool {
    private final Pool pool;
    private final Database transactions;

    DoorPool(@ReactiveDataSource("door") Pool pool) {
        this.pool = pool;
        this.transactions = new Database(pool);
    }

    /** Several statements that stand or fall together, of a tenant that is known already; the item comes after the commit. */
    public <T> Uni<T> write(String tenant, Function<SqlConnection, Uni<T>> work) {
        return transactions.write(tenant, work);
    }

    /** The item comes after the commit. */
    public Uni<RowSet<Row>> run(String sql, Tuple arguments) {
        return pool.preparedQuery(sql).execute(arguments);
    }
}
