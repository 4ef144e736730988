package io.tideline.platform.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.error.AppException;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The statements of outbox, inbox, cursor and dead letters. */
@ApplicationScoped
class FeedStore {
    static final String START = "0-0";

    private static final String READ = Sql.load(FeedStore.class, "read_outbox.sql");
    private static final String HEAD = Sql.load(FeedStore.class, "outbox_head.sql");
    private static final String TAKE = Sql.load(FeedStore.class, "take_events.sql");
    private static final String MOVE = Sql.load(FeedStore.class, "move_cursor.sql");
    private static final String CURSORS = Sql.load(FeedStore.class, "cursors.sql");
    private static final String REFUSE = Sql.load(FeedStore.class, "refuse_event.sql");

    private final Database database;
    private final ObjectMapper json;

    FeedStore(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Uni<List<FeedEvent>> after(String cursor, int limit) {
        String[] at = parts(cursor);
        return database.readFeed(connection -> connection
                .preparedQuery(READ)
                .execute(Tuple.of(at[0], Long.parseLong(at[1]), limit))
                .map(this::events));
    }

    Uni<String> head() {
        return database.readFeed(connection -> connection
                .preparedQuery(HEAD)
                .execute()
                .map(rows -> rows.size() == 0 ? START : cursor(rows.iterator().next())));
    }

    Uni<Map<String, String>> cursors() {
        return database.readFeed(
                connection -> connection.preparedQuery(CURSORS).execute().map(rows -> {
                    Map<String, String> found = new LinkedHashMap<>();
                    rows.forEach(row -> found.put(row.getString("source"), row.getString("cursor")));
                    return found;
                }));
    }

    Uni<Set<UUID>> take(SqlConnection transaction, String tenant, String source, List<FeedEvent> events) {
        UUID[] ids = events.stream().map(FeedEvent::id).toArray(UUID[]::new);
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.tuple().addString(tenant).addString(source).addArrayOfUUID(ids))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("event_id"))
                        .collect(Collectors.toSet()));
    }

    Uni<Void> move(SqlConnection transaction, String source, String cursor) {
        return transaction.preparedQuery(MOVE).execute(Tuple.of(source, cursor)).replaceWithVoid();
    }

    Uni<Void> refuse(String source, FeedEvent event, String reason, int tries) {
        return database.write(event.tenant(), transaction -> transaction
                .preparedQuery(REFUSE)
                .execute(Tuple.tuple()
                        .addString(event.tenant())
                        .addString(source)
                        .addUUID(event.id())
                        .addString(event.type())
                        .addString(reason)
                        .addInteger(tries)
                        .addString(event.data().toString()))
                .flatMap(refused -> take(transaction, event.tenant(), source, List.of(event)))
                .flatMap(taken -> move(transaction, source, event.cursor())));
    }

    private List<FeedEvent> events(RowSet<Row> rows) {
        List<FeedEvent> events = new ArrayList<>(rows.size());
        rows.forEach(row -> events.add(event(row)));
        return events;
    }

    private FeedEvent event(Row row) {
        try {
            return new FeedEvent(
                    cursor(row),
                    row.getUUID("event_id"),
                    row.getString("tenant_id"),
                    row.getString("type"),
                    row.getString("aggregate"),
                    row.getInteger("schema_version"),
                    row.getOffsetDateTime("occurred_at").toInstant(),
                    row.getOffsetDateTime("recorded_at").toInstant(),
                    json.readTree(row.getString("data")));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("jsonb that is no JSON", impossible);
        }
    }

    private static String cursor(Row row) {
        return row.getString("xid") + "-" + row.getLong("seq");
    }

    private static String[] parts(String cursor) {
        if (!cursor.matches("\\d{1,20}-\\d{1,18}")) {
            throw AppException.badInput("after", "This is no cursor of this feed.");
        }
        return cursor.split("-", 2);
    }
}
