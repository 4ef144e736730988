package io.tideline.funnel.funnel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.Organisations;
import io.tideline.platform.error.AppException;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The statements of funnel definitions. */
@ApplicationScoped
public class FunnelStore {
    private static final String ALL = Sql.load(FunnelStore.class, "all_versions.sql");
    private static final String LOCK = Sql.load(FunnelStore.class, "lock_definitions.sql");
    private static final String ADD = Sql.load(FunnelStore.class, "add_version.sql");
    private static final TypeReference<List<FunnelStage>> STAGES = new TypeReference<>() {};

    private final Database database;
    private final ObjectMapper json;

    FunnelStore(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** All funnels of an organisation by key, the standard funnel among them. */
    public Uni<List<Funnel>> all(String tenant) {
        return database.query(tenant, ALL, Tuple.of(tenant)).map(rows -> funnels(tenant, rows));
    }

    /** The funnel of this key, or BAD_USER_INPUT. */
    public Uni<Funnel> byKey(String tenant, String key) {
        return all(tenant).map(all -> all.stream()
                .filter(funnel -> funnel.key().equals(key))
                .findFirst()
                .orElseThrow(() -> AppException.badInput("funnel", "There is no funnel of this key.")));
    }

    /** All funnels as the transaction sees them; no other definition of the organisation happens until the transaction ends. */
    Uni<List<Funnel>> locked(SqlConnection transaction, String tenant) {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(tenant))
                .flatMap(locked -> transaction.preparedQuery(ALL).execute(Tuple.of(tenant)))
                .map(rows -> funnels(tenant, rows));
    }

    Uni<Void> add(SqlConnection transaction, String tenant, String key, FunnelVersion version, String by) {
        Duration window = version.window();
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addUUID(Funnel.uuid(tenant, key))
                .addInteger(version.version())
                .addString(key)
                .addString(version.title())
                .addString(written(version.stages()))
                .addLong(window == null ? null : window.toMillis())
                .addOffsetDateTime(version.validFrom().atOffset(ZoneOffset.UTC))
                .addString(by)
                .addString(version.idempotencyKey());
        return transaction.preparedQuery(ADD).execute(arguments).replaceWithVoid();
    }

    private List<Funnel> funnels(String tenant, RowSet<Row> rows) {
        Map<String, List<FunnelVersion>> byKey = new TreeMap<>();
        byKey.computeIfAbsent(StandardFunnel.KEY, key -> new ArrayList<>()).add(StandardFunnel.PRESET);
        String told = null;
        for (Row row : rows) {
            told = row.getString("time_zone");
            String named = row.getString("key");
            if (named != null) {
                byKey.computeIfAbsent(named, key -> new ArrayList<>()).add(version(row));
            }
        }
        ZoneId zone = told == null ? Organisations.UNTOLD : ZoneId.of(told);
        return byKey.entrySet().stream()
                .map(entry -> Funnel.of(tenant, entry.getKey(), entry.getValue(), zone))
                .toList();
    }

    private FunnelVersion version(Row row) {
        @Nullable Long windowMillis = row.getLong("window_ms");
        return new FunnelVersion(
                row.getInteger("version"),
                row.getString("title"),
                read(row.getString("stages")),
                windowMillis == null ? null : Duration.ofMillis(windowMillis),
                row.getOffsetDateTime("valid_from").toInstant(),
                row.getString("idempotency_key"));
    }

    private List<FunnelStage> read(String stages) {
        try {
            return json.readValue(stages, STAGES);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A stored funnel has stages that cannot be read.", impossible);
        }
    }

    private String written(List<FunnelStage> stages) {
        try {
            return json.writeValueAsString(stages);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Stages that cannot be written.", impossible);
        }
    }
}
