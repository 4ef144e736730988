package io.tideline.roi.request;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Runs the work of a mutation once for its key, in one transaction with the note that it was done. */
@ApplicationScoped
public class RequestStore {
    private static final String CLAIM = Sql.load(RequestStore.class, "claim_request.sql");
    private static final String READ = Sql.load(RequestStore.class, "request.sql");
    private static final String SETTLE = Sql.load(RequestStore.class, "settle_request.sql");

    private final Database database;

    RequestStore(Database database) {
        this.database = database;
    }

    public Uni<Outcome> once(Request request, Function<SqlConnection, Uni<Outcome>> work) {
        return database.write(request.tenant(), transaction -> {
            if (request.key() == null) {
                return work.apply(transaction);
            }
            return claim(transaction, request)
                    .flatMap(fresh -> fresh
                            ? work.apply(transaction).call(done -> settle(transaction, request, done))
                            : earlier(transaction, request));
        });
    }

    private static Uni<Boolean> claim(SqlConnection transaction, Request request) {
        return transaction
                .preparedQuery(CLAIM)
                .execute(Tuple.of(
                        request.tenant(), request.subject(), request.operation(), request.key(), request.fingerprint()))
                .map(rows -> rows.size() == 1);
    }

    private static Uni<Void> settle(SqlConnection transaction, Request request, Outcome done) {
        return transaction
                .preparedQuery(SETTLE)
                .execute(Tuple.of(
                        request.tenant(),
                        request.subject(),
                        request.operation(),
                        request.key(),
                        done.accepted(),
                        done.duplicates()))
                .replaceWithVoid();
    }

    private static Uni<Outcome> earlier(SqlConnection transaction, Request request) {
        return transaction
                .preparedQuery(READ)
                .execute(Tuple.of(request.tenant(), request.subject(), request.operation(), request.key()))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    boolean same = row.getString("fingerprint").equals(request.fingerprint());
                    return same
                            ? new Outcome(row.getInteger("accepted"), row.getInteger("duplicates"), false)
                            : new Outcome(0, 0, true);
                });
    }
}
