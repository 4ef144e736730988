package io.tideline.roi.campaign;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.Cursor;
import io.tideline.platform.graph.PageRequest;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Campaigns themselves. */
@ApplicationScoped
public class CampaignStore {
    private static final String SAVE = Sql.load(CampaignStore.class, "save_campaigns.sql");
    private static final String MEET = Sql.load(CampaignStore.class, "meet_campaigns.sql");
    private static final String BY_ID = Sql.load(CampaignStore.class, "campaigns_by_id.sql");
    private static final String PAGE = Sql.load(CampaignStore.class, "campaign_page.sql");
    private static final String NAMES = Sql.load(CampaignStore.class, "campaign_names.sql");

    private final Database database;

    CampaignStore(Database database) {
        this.database = database;
    }

    /** A campaign that is new or changed. */
    record Changed(UUID id, String externalId, String label, boolean inserted) {}

    Uni<List<Changed>> save(SqlConnection transaction, String tenant, Collection<CampaignRow> rows) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(rows.stream().map(row -> row.id(tenant)).toArray(UUID[]::new))
                .addArrayOfString(rows.stream().map(CampaignRow::externalId).toArray(String[]::new))
                .addArrayOfString(rows.stream().map(CampaignRow::name).toArray(String[]::new))
                .addArrayOfOffsetDateTime(times(rows, CampaignRow::startedAt))
                .addArrayOfUUID(
                        rows.stream().map(row -> row.channelAccountId(tenant)).toArray(UUID[]::new))
                .addArrayOfString(rows.stream().map(CampaignRow::template).toArray(String[]::new))
                .addArrayOfLong(rows.stream().map(CampaignRow::sends).toArray(Long[]::new));
        return transaction.preparedQuery(SAVE).execute(arguments).map(found -> changed(found, false));
    }

    /** @param named campaigns by id, with the organisation's own id of each */
    Uni<List<Changed>> meet(SqlConnection transaction, String tenant, SortedMap<UUID, String> named) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(named.keySet().toArray(UUID[]::new))
                .addArrayOfString(named.values().toArray(String[]::new));
        return transaction.preparedQuery(MEET).execute(arguments).map(found -> changed(found, true));
    }

    Uni<List<CampaignRecord>> byIds(String tenant, Collection<UUID> ids) {
        return database.query(tenant, BY_ID, Tuple.of(tenant).addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> records(rows, ""));
    }

    /** One row more than asked for, where there is one. */
    Uni<List<CampaignRecord>> page(String tenant, PageRequest request) {
        List<String> after = request.cursor() == null ? List.of() : Cursor.decode(request.cursor(), 2);
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addString(after.isEmpty() ? null : instant(after.get(0)))
                .addUUID(after.isEmpty() ? null : id(after.get(1)))
                .addInteger(request.size() + 1);
        return database.query(tenant, PAGE, arguments).map(rows -> records(rows, "started_text"));
    }

    public Uni<Map<UUID, String>> names(String tenant, Collection<UUID> ids) {
        return database.query(tenant, NAMES, Tuple.of(tenant).addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, String> names = new HashMap<>();
                    rows.forEach(row -> names.put(row.getUUID("campaign_id"), row.getString("label")));
                    return names;
                });
    }

    private static List<Changed> changed(RowSet<Row> rows, boolean inserted) {
        List<Changed> changed = new ArrayList<>();
        rows.forEach(row -> changed.add(new Changed(
                row.getUUID("campaign_id"),
                row.getString("external_id"),
                row.getString("label"),
                inserted || row.getBoolean("inserted"))));
        return changed;
    }

    private static List<CampaignRecord> records(RowSet<Row> rows, String cursorColumn) {
        List<CampaignRecord> records = new ArrayList<>();
        rows.forEach(row -> {
            OffsetDateTime started = row.getOffsetDateTime("started_at");
            UUID id = row.getUUID("campaign_id");
            records.add(new CampaignRecord(
                    id,
                    row.getString("external_id"),
                    row.getString("label"),
                    started == null ? null : started.toInstant(),
                    row.getString("template"),
                    row.getLong("sends"),
                    cursorColumn.isEmpty() ? "" : Cursor.encode(row.getString(cursorColumn), id)));
        });
        return records;
    }

    private static OffsetDateTime[] times(Collection<CampaignRow> rows, Function<CampaignRow, @Nullable Instant> time) {
        return rows.stream()
                .map(time)
                .map(at -> at == null ? null : at.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Cursor.invalid();
        }
    }

    private static String instant(String text) {
        if (!Objects.equals(text, "-infinity") && !text.matches("[0-9 :.+-]{10,40}")) {
            throw Cursor.invalid();
        }
        return text;
    }
}
