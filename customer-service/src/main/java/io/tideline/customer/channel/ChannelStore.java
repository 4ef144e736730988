package io.tideline.customer.channel;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.label.Label;
import io.tideline.customer.label.LabelKind;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.ReadOnce;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Channel accounts. */
@ApplicationScoped
public class ChannelStore {
    private static final String SAVE = Sql.load(ChannelStore.class, "save_channel_accounts.sql");
    private static final String READ = Sql.load(ChannelStore.class, "channel_accounts.sql");

    private final Database database;

    ChannelStore(Database database) {
        this.database = database;
    }

    Uni<List<ChannelAccount>> all(String tenant) {
        return read(tenant, null);
    }

    Uni<List<ChannelAccount>> byId(String tenant, Collection<UUID> ids) {
        return read(tenant, ids.toArray(UUID[]::new));
    }

    /** Accounts by global id, read once for one answer. */
    public Uni<Map<String, ChannelAccount>> byId(String tenant, Collection<UUID> ids, ReadOnce reads) {
        return reads.get("channelAccounts", () -> byId(tenant, ids)
                .map(found -> found.stream().collect(Collectors.toMap(ChannelAccount::id, Function.identity()))));
    }

    /** @param rows at most one of each account */
    public Uni<List<Label>> save(SqlConnection transaction, String tenant, Collection<ChannelAccountRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<ChannelAccountRow> ordered = rows.stream()
                .sorted(Comparator.comparing(ChannelAccountRow::externalId))
                .toList();
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(ordered.stream()
                        .map(row -> Ids.uuid(tenant, ChannelAccount.KIND, row.externalId()))
                        .toArray(UUID[]::new))
                .addArrayOfString(texts(ordered, ChannelAccountRow::externalId))
                .addArrayOfString(texts(ordered, ChannelAccountRow::name))
                .addArrayOfString(texts(ordered, ChannelAccountRow::platform))
                .addArrayOfString(texts(ordered, ChannelAccountRow::market));
        return transaction.preparedQuery(SAVE).execute(arguments).map(ChannelStore::labels);
    }

    private Uni<List<ChannelAccount>> read(String tenant, UUID @Nullable [] ids) {
        return database.query(tenant, READ, Tuple.tuple().addString(tenant).addArrayOfUUID(ids))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new ChannelAccount(
                                GlobalId.of(ChannelAccount.TYPE, row.getUUID("channel_account_id")),
                                row.getString("external_id"),
                                row.getString("name"),
                                row.getString("platform"),
                                row.getString("market")))
                        .toList());
    }

    private static String[] texts(List<ChannelAccountRow> rows, Function<ChannelAccountRow, @Nullable String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }

    private static List<Label> labels(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Label(
                        LabelKind.CHANNEL_ACCOUNT,
                        row.getUUID("id"),
                        row.getString("external_id"),
                        row.getString("name"),
                        null,
                        row.getBoolean("is_new")))
                .toList();
    }
}
