package io.tideline.roi.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Names of agents, teams and channel accounts, which other services own. */
@ApplicationScoped
public class LabelStore {
    private static final Set<String> KINDS = Set.of("AGENT", "TEAM", "CHANNEL_ACCOUNT");
    private static final String SAVE = Sql.load(LabelStore.class, "save_labels.sql");
    private static final String READ = Sql.load(LabelStore.class, "labels.sql");

    private final Database database;

    LabelStore(Database database) {
        this.database = database;
    }

    /** @param kind AGENT, TEAM or CHANNEL_ACCOUNT */
    public Uni<Map<UUID, String>> names(String tenant, String kind) {
        return database.query(tenant, READ, Tuple.of(tenant, kind)).map(rows -> {
            Map<UUID, String> names = new HashMap<>();
            rows.forEach(row -> names.put(row.getUUID("label_id"), row.getString("name")));
            return names;
        });
    }

    Uni<Void> save(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        Map<UUID, FeedEvent> last = new LinkedHashMap<>();
        events.stream()
                .filter(event -> KINDS.contains(event.text("kind")))
                .forEach(event -> last.put(event.uuid("id"), event));
        List<FeedEvent> heard = List.copyOf(last.values());
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfString(
                        heard.stream().map(event -> event.text("kind")).toArray(String[]::new))
                .addArrayOfUUID(last.keySet().toArray(UUID[]::new))
                .addArrayOfString(
                        heard.stream().map(event -> event.text("externalId")).toArray(String[]::new))
                .addArrayOfString(
                        heard.stream().map(event -> event.textOrNull("name")).toArray(String[]::new));
        return transaction.preparedQuery(SAVE).execute(arguments).replaceWithVoid();
    }
}
