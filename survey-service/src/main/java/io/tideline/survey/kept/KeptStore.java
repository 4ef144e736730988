package io.tideline.survey.kept;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that change what is kept. */
final class KeptStore {
    private static final String LOCK = Sql.load(KeptStore.class, "lock_kept.sql");
    private static final String GOT = Sql.load(KeptStore.class, "lock_got.sql");
    private static final String TURN = Sql.load(KeptStore.class, "turn_to_fill.sql");
    private static final String FIND = Sql.load(KeptStore.class, "find_kept.sql");
    private static final String ROUND = Sql.load(KeptStore.class, "find_round.sql");
    private static final String PACK = Sql.load(KeptStore.class, "pack_notes.sql");
    private static final String SHIFT = Sql.load(KeptStore.class, "shift_cells.sql");
    private static final String ROOM = Sql.load(KeptStore.class, "room_to_fill.sql");
    private static final String FILL = Sql.load(KeptStore.class, "fill_cells.sql");
    private static final String FORGET = Sql.load(KeptStore.class, "forget_kept.sql");

    private final SqlConnection transaction;
    private final String tenant;

    KeptStore(SqlConnection transaction, String tenant) {
        this.transaction = transaction;
        this.tenant = tenant;
    }

    /**
     * @param zone in which months are cut; null where nothing is kept
     * @param fits whether it is the organisation's
     * @param waiting facts that are noted and not packed
     */
    record Kept(@Nullable String zone, boolean fits, long waiting) {}

    /** What is kept, which nobody else changes until the transaction ends; UNAVAILABLE where somebody else does for seconds on end. */
    Uni<Kept> hold() {
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(tenant))
                .flatMap(held -> transaction.preparedQuery(GOT).execute())
                .flatMap(got -> find());
    }

    Uni<Kept> find() {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(tenant))
                .map(rows -> rows.iterator().next())
                .map(row -> new Kept(row.getString("zone"), row.getBoolean("fits"), row.getLong("waiting")));
    }

    /** Takes notes into the cells, of so many facts at most; false where none wait. */
    Uni<Boolean> pack(String zone, long most) {
        return transaction
                .preparedQuery(ROUND)
                .execute(Tuple.of(tenant, most))
                .map(rows -> rows.iterator().next().getLong("upto"))
                .flatMap(upto -> upto == null
                        ? Uni.createFrom().item(false)
                        : transaction
                                .preparedQuery(PACK)
                                .execute(Tuple.of(tenant, zone, upto))
                                .replaceWith(true));
    }

    /** Takes what is kept of persons and answers away where the sign is -1, and adds it as it is by now where it is 1. */
    Uni<Void> shift(String zone, List<UUID> persons, List<UUID> answers, int sign) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addString(zone)
                .addArrayOfUUID(persons.isEmpty() ? null : persons.toArray(UUID[]::new))
                .addArrayOfUUID(answers.isEmpty() ? null : answers.toArray(UUID[]::new))
                .addInteger(sign);
        return transaction.preparedQuery(SHIFT).execute(arguments).replaceWithVoid();
    }

    /** What is kept, when nobody else fills and nobody changes it. */
    Uni<Kept> holdToFill() {
        return transaction.preparedQuery(TURN).execute().flatMap(held -> hold());
    }

    /** Counts everything anew. */
    Uni<Void> fill() {
        return transaction
                .preparedQuery(ROOM)
                .execute()
                .flatMap(room -> transaction.preparedQuery(FILL).execute(Tuple.of(tenant)))
                .replaceWithVoid();
    }

    Uni<Void> forget() {
        return transaction.preparedQuery(FORGET).execute(Tuple.of(tenant)).replaceWithVoid();
    }
}
