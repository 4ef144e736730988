package io.tideline.funnel.journey;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.funnel.journey.PackedPage.Stretch;
import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One packing of an organisation's journeys: at once where few blocks are touched, else some blocks at a time, each time in a transaction of its own. What
 * runs long holds back the feeds of all services whose databases are on the same server, since a feed shows no transaction while an older one runs. A
 * packing that was left lying is taken up where it stopped.
 */
final class Packing {
    private static final String LOCK = Sql.load(Packing.class, "lock_packing.sql");
    private static final String CHANGES = Sql.load(Packing.class, "changes.sql");
    private static final String ROUND_CHANGES = Sql.load(Packing.class, "round_changes.sql");
    private static final String STARTS = Sql.load(Packing.class, "block_starts.sql");
    private static final String GO_ON = Sql.load(Packing.class, "go_on_packing.sql");
    private static final String END = Sql.load(Packing.class, "end_packing.sql");

    private final Database database;
    private final Vertx vertx;
    private final Turns turns;
    private final String tenant;
    private final int blocksAtOnce;

    /**
     * @param turns of transactions that pack, of all organisations
     * @param blocksAtOnce most blocks of a transaction
     */
    Packing(Database database, Vertx vertx, Turns turns, String tenant, int blocksAtOnce) {
        this.database = database;
        this.vertx = vertx;
        this.turns = turns;
        this.tenant = tenant;
        this.blocksAtOnce = blocksAtOnce;
    }

    /** @param packedBefore how far a packing under way has come, null where there is none */
    private record Lock(boolean isMine, long packings, @Nullable UUID packedBefore) {
        static Lock of(Row row) {
            return new Lock(row.getBoolean("locked"), row.getLong("packings"), row.getUUID("packed_before"));
        }
    }

    /** @param pages neighbouring blocks that are packed in one transaction; none where nothing is left to do */
    private record Begun(long packings, @Nullable Changes changes, List<List<Stretch>> pages) {
        static final Begun NOTHING = new Begun(0, null, List.of());
    }

    /** False where there was nothing to pack, or another packs; fails with CONFLICT where another has meanwhile gone on with it. */
    Uni<Boolean> run() {
        return run(Integer.MAX_VALUE);
    }

    /** Goes so many pages far at most. */
    Uni<Boolean> run(int mostPages) {
        return locked(lock -> transaction -> lock.isMine() ? begin(transaction, lock) : nothing())
                .flatMap(begun -> {
                    Changes changes = begun.changes();
                    return changes == null
                            ? Uni.createFrom().item(false)
                            : Multi.createFrom()
                                    .range(0, Math.min(mostPages, begun.pages().size()))
                                    .onItem()
                                    .transformToUniAndConcatenate(page -> goOn(begun, changes, page))
                                    .collect()
                                    .last()
                                    .replaceWith(true);
                });
    }

    private static Uni<Begun> nothing() {
        return Uni.createFrom().item(Begun.NOTHING);
    }

    private <T> Uni<T> locked(Function<Lock, Function<SqlConnection, Uni<T>>> work) {
        return turns.inTurn(
                tenant,
                () -> database.writeOneSnapshot(tenant, transaction -> transaction
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(tenant))
                        .map(rows -> Lock.of(rows.iterator().next()))
                        .flatMap(lock -> work.apply(lock).apply(transaction))));
    }

    private Uni<Begun> begin(SqlConnection transaction, Lock lock) {
        boolean isUnderWay = lock.packedBefore() != null;
        return (isUnderWay
                        ? transaction.preparedQuery(ROUND_CHANGES).execute(Tuple.of(tenant))
                        : transaction.preparedQuery(CHANGES).execute(Tuple.of(tenant, PackJourneys.ROUND)))
                .flatMap(rows -> vertx.executeBlocking(() -> Changes.of(rows), false))
                .flatMap(changes -> changes.ids().isEmpty()
                        ? nothing()
                        : transaction
                                .preparedQuery(STARTS)
                                .execute(Tuple.of(tenant))
                                .map(rows -> pages(touched(starts(rows), changes)))
                                .flatMap(pages -> !isUnderWay && pages.size() == 1
                                        ? atOnce(transaction, changes, pages.get(0))
                                        : noted(transaction, changes, pages.get(0))
                                                .replaceWith(new Begun(lock.packings(), changes, pages))));
    }

    private Uni<Begun> atOnce(SqlConnection transaction, Changes changes, List<Stretch> page) {
        return new PackedPage(vertx, transaction, tenant, changes)
                .pack(page)
                .flatMap(left -> end(transaction, changes, left))
                .replaceWith(new Begun(0, changes, List.of()));
    }

    private Uni<Void> goOn(Begun begun, Changes changes, int page) {
        List<Stretch> stretches = begun.pages().get(page);
        return locked(lock -> transaction -> {
            boolean isAsLeft = lock.packings() == begun.packings()
                    && Objects.equals(lock.packedBefore(), stretches.get(0).first());
            if (!lock.isMine() || !isAsLeft) {
                throw new AppException(ErrorCode.CONFLICT, "Another packs these journeys.", Map.of());
            }
            return new PackedPage(vertx, transaction, tenant, changes)
                    .pack(stretches)
                    .flatMap(left -> page == begun.pages().size() - 1
                            ? end(transaction, changes, left)
                            : noted(transaction, changes, begun.pages().get(page + 1), left));
        });
    }

    private Uni<Void> noted(SqlConnection transaction, Changes changes, List<Stretch> next) {
        return noted(transaction, changes, next, List.of());
    }

    private Uni<Void> noted(SqlConnection transaction, Changes changes, List<Stretch> next, Collection<UUID> left) {
        return transaction
                .preparedQuery(GO_ON)
                .execute(Tuple.tuple()
                        .addString(tenant)
                        .addArrayOfLong(changes.ids().toArray(Long[]::new))
                        .addUUID(next.get(0).first())
                        .addBuffer(CustomerIds.packed(left)))
                .replaceWithVoid();
    }

    private Uni<Void> end(SqlConnection transaction, Changes changes, Collection<UUID> left) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.tuple()
                        .addString(tenant)
                        .addArrayOfLong(changes.ids().toArray(Long[]::new))
                        .addBuffer(CustomerIds.packed(left)))
                .replaceWithVoid();
    }

    private static List<UUID> starts(Iterable<Row> rows) {
        List<UUID> starts = new ArrayList<>();
        rows.forEach(row -> starts.add(row.getUUID("first_customer")));
        return starts.isEmpty() ? List.of(CustomerIds.FIRST) : starts;
    }

    /** Blocks whose customers something has happened to; the one that a packing under way has come to is among them. */
    private static List<Stretch> touched(List<UUID> starts, Changes changes) {
        List<Stretch> touched = new ArrayList<>();
        for (int at = 0; at < starts.size(); at++) {
            UUID first = starts.get(at);
            @Nullable UUID next = at + 1 < starts.size() ? starts.get(at + 1) : null;
            boolean isNext = first.equals(changes.packedBefore());
            if (isNext || changes.touch(first, next)) {
                touched.add(new Stretch(first, next));
            }
        }
        return touched.isEmpty()
                ? List.of(new Stretch(starts.get(0), starts.size() > 1 ? starts.get(1) : null))
                : touched;
    }

    private List<List<Stretch>> pages(List<Stretch> touched) {
        List<List<Stretch>> pages = new ArrayList<>();
        for (int from = 0; from < touched.size(); from += blocksAtOnce) {
            pages.add(touched.subList(from, Math.min(from + blocksAtOnce, touched.size())));
        }
        return pages;
    }
}
