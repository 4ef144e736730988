package io.tideline.survey.delivery;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Ids;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.door.DoorPool;
import io.tideline.survey.kept.PackScores;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements of events of copies. */
@ApplicationScoped
class DeliveryStore {
    private static final String NOTE = Sql.load(DeliveryStore.class, "note_event.sql");
    private static final String STORE = Sql.load(DeliveryStore.class, "store_events.sql");

    private final DoorPool pool;
    private final PackScores scores;

    DeliveryStore(DoorPool pool, PackScores scores) {
        this.pool = pool;
        this.scores = scores;
    }

    /** What became of an event from outside. */
    enum Noted {
        NEW,
        KNOWN,
        NO_SURVEY,
        ORIGIN_REFUSED
    }

    /** @param customer to whom it was shown, where that is proved */
    Uni<Noted> note(PageEvent event, @Nullable UUID customer, @Nullable String origin) {
        Tuple arguments = Tuple.tuple()
                .addString(event.survey())
                .addString(event.response())
                .addString(event.kind().name())
                .addOffsetDateTime(utc(event.at()))
                .addString(origin)
                .addUUID(customer);
        return pool.run(NOTE, arguments).map(this::noted);
    }

    /** Stores events and returns those that were new. */
    Uni<Set<GivenEvent.Id>> store(SqlConnection transaction, String tenant, List<GivenEvent> events) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(events.stream().map(GivenEvent::survey).toArray(UUID[]::new))
                .addArrayOfString(events.stream().map(GivenEvent::response).toArray(String[]::new))
                .addArrayOfString(
                        events.stream().map(event -> event.kind().name()).toArray(String[]::new))
                .addArrayOfUUID(events.stream()
                        .map(event -> customer(tenant, event.customer()))
                        .toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(
                        events.stream().map(event -> utc(event.at())).toArray(OffsetDateTime[]::new));
        return transaction.preparedQuery(STORE).execute(arguments).map(rows -> {
            scores.soon(tenant);
            Set<GivenEvent.Id> fresh = new HashSet<>();
            rows.forEach(row -> fresh.add(new GivenEvent.Id(
                    row.getUUID("survey_id"),
                    row.getString("response_key"),
                    EventKind.valueOf(row.getString("kind")))));
            return fresh;
        });
    }

    private Noted noted(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Noted.NO_SURVEY;
        }
        Row row = rows.iterator().next();
        scores.soon(row.getString("tenant_id"));
        if (row.getString("verdict").equals("ORIGIN_REFUSED")) {
            return Noted.ORIGIN_REFUSED;
        }
        return row.getBoolean("fresh") ? Noted.NEW : Noted.KNOWN;
    }

    private static @Nullable UUID customer(String tenant, @Nullable String externalId) {
        return externalId == null ? null : Ids.uuid(tenant, "customer", externalId);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
