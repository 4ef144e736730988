package io.tideline.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * The reactive client behind the tenant wall: every statement runs in a transaction that has said whose rows it may see. The setting is local to
 * the transaction, so a pooled connection carries no tenant over to its next borrower.
 */
@ApplicationScoped
public class Database {
    private static final String SET_TENANT = "SELECT set_config('tideline.tenant', $1, true)";
    private static final String SET_FEED = "SELECT set_config('tideline.feed', 'on', true)";

    private final Pool pool;

    public Database(Pool pool) {
        this.pool = pool;
    }

    /** One statement in one round trip: BEGIN, the tenant, the statement and COMMIT are sent without waiting for one another. */
    public Uni<RowSet<Row>> query(String tenant, String sql, Tuple arguments) {
        return connected(connection -> Uni.combine()
                .all()
                .unis(
                        connection.query("BEGIN READ ONLY").execute(),
                        connection.preparedQuery(SET_TENANT).execute(Tuple.of(tenant)),
                        connection.preparedQuery(sql).execute(arguments),
                        connection.query("COMMIT").execute())
                .collectFailures()
                .with((begun, bound, rows, committed) -> rows));
    }

    /** Reads with several statements that see one snapshot each; nothing can be written. */
    public <T> Uni<T> read(String tenant, Function<SqlConnection, Uni<T>> work) {
        return transaction("BEGIN READ ONLY", SET_TENANT, Tuple.of(tenant), work);
    }

    /** Reads with several statements that all see the same snapshot; nothing can be written. */
    public <T> Uni<T> readOneSnapshot(String tenant, Function<SqlConnection, Uni<T>> work) {
        return transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", SET_TENANT, Tuple.of(tenant), work);
    }

    /** Writes what follows from one snapshot; fails with CONFLICT where another transaction has meanwhile changed the same rows. */
    public <T> Uni<T> writeOneSnapshot(String tenant, Function<SqlConnection, Uni<T>> work) {
        return transaction("BEGIN ISOLATION LEVEL REPEATABLE READ", SET_TENANT, Tuple.of(tenant), work);
    }

    /** Writes that stand or fall together. */
    public <T> Uni<T> write(String tenant, Function<SqlConnection, Uni<T>> work) {
        return transaction("BEGIN", SET_TENANT, Tuple.of(tenant), work);
    }

    /** Reads outbox rows of all tenants: only the feed's door may, and only this setting opens the outbox's policy to it. */
    public <T> Uni<T> readFeed(Function<SqlConnection, Uni<T>> work) {
        return transaction("BEGIN READ ONLY", SET_FEED, Tuple.tuple(), work);
    }

    private <T> Uni<T> transaction(String begin, String setting, Tuple value, Function<SqlConnection, Uni<T>> work) {
        return connected(connection -> Uni.combine()
                .all()
                .unis(
                        connection.query(begin).execute(),
                        connection.preparedQuery(setting).execute(value))
                .collectFailures()
                .asTuple()
                .flatMap(opened -> work.apply(connection))
                .call(() -> connection.query("COMMIT").execute())
                .onFailure()
                .call(() -> rolledBack(connection)));
    }

    /**
     * A caller that goes away in the middle leaves its transaction open. It is ended before the pool gets the connection back: the next borrower, who
     * may be of another tenant, would otherwise work inside it and commit what the first had begun.
     */
    private static Uni<Void> givenBack(SqlConnection connection, boolean cancelled) {
        return cancelled ? rolledBack(connection).flatMap(ended -> connection.close()) : connection.close();
    }

    private static Uni<Void> rolledBack(SqlConnection connection) {
        return connection
                .query("ROLLBACK")
                .execute()
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private <T> Uni<T> connected(Function<SqlConnection, Uni<T>> work) {
        return CutOff.from(cut -> pool.getConnection()
                .flatMap(connection -> Uni.createFrom()
                        .deferred(() -> {
                            cut.begin();
                            return work.apply(connection);
                        })
                        .onTermination()
                        .call((item, failure, cancelled) -> givenBack(connection, cancelled)))
                .onFailure()
                .transform(DatabaseFaults::translate));
    }
}
