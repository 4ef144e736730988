package io.tideline.survey.link;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.tideline.survey.door.DoorPool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The statements of signing keys. */
@ApplicationScoped
class LinkStore {
    /** Longest id of a customer, in characters, as everywhere. */
    static final int LONGEST_ID = 300;

    private static final String FIND_AT_DOOR = Sql.load(LinkStore.class, "find_door_key.sql");
    private static final String FIND = Sql.load(LinkStore.class, "find_keys.sql");
    private static final String LOCK = Sql.load(LinkStore.class, "lock_keys.sql");
    private static final String ADD = Sql.load(LinkStore.class, "add_key.sql");
    private static final String REVOKE = Sql.load(LinkStore.class, "revoke_key.sql");
    private static final String FIND_CUSTOMERS = Sql.load(LinkStore.class, "find_customers.sql");

    private final Database database;
    private final DoorPool pool;

    LinkStore(Database database, DoorPool pool) {
        this.database = database;
        this.pool = pool;
    }

    /**
     * A key that a token names.
     *
     * @param salt of the key; null where the organisation of the survey has no such live key
     * @param askedAt when it was looked up, by the database's clock
     */
    record DoorKey(String tenant, UUID survey, @Nullable String salt, Instant askedAt) {}

    /** Empty where no survey has the public key. */
    Uni<Optional<DoorKey>> keyAtDoor(String publicKey, String keyId) {
        return pool.run(FIND_AT_DOOR, Tuple.of(publicKey, keyId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new DoorKey(
                                row.getString("tenant_id"),
                                row.getUUID("survey_id"),
                                row.getString("salt"),
                                row.getOffsetDateTime("asked_at").toInstant())));
    }

    /** Newest first. */
    Uni<List<SigningKey>> keys(String tenant) {
        return database.query(tenant, FIND, Tuple.of(tenant)).map(LinkStore::keys);
    }

    Uni<List<SigningKey>> keys(SqlConnection transaction, String tenant) {
        return transaction.preparedQuery(FIND).execute(Tuple.of(tenant)).map(LinkStore::keys);
    }

    /** Lets no other transaction of the organisation make or revoke keys until this one ends. */
    Uni<Void> lock(SqlConnection transaction, String tenant) {
        return transaction.preparedQuery(LOCK).execute(Tuple.of(tenant)).replaceWithVoid();
    }

    Uni<SigningKey> add(SqlConnection transaction, String tenant, String keyId, String salt) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(tenant, keyId, salt))
                .map(rows -> keys(rows).get(0));
    }

    /** Empty where there is no such key. */
    Uni<Optional<SigningKey>> revoke(SqlConnection transaction, String tenant, String keyId) {
        return transaction
                .preparedQuery(REVOKE)
                .execute(Tuple.of(tenant, keyId))
                .map(rows -> keys(rows).stream().findFirst());
    }

    /** External ids of those customers that are known, by local id. */
    Uni<Map<UUID, String>> customers(SqlConnection transaction, String tenant, Collection<UUID> ids) {
        return transaction
                .preparedQuery(FIND_CUSTOMERS)
                .execute(Tuple.tuple().addString(tenant).addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, String> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getUUID("customer_id"), row.getString("external_id")));
                    return found;
                });
    }

    private static List<SigningKey> keys(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new SigningKey(
                        row.getString("key_id"),
                        row.getString("salt"),
                        row.getOffsetDateTime("recorded_at").toInstant(),
                        Optional.ofNullable(row.getOffsetDateTime("revoked_at"))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .toList();
    }
}
