package io.tideline.funnel.journey;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.CustomersTouched;
import io.tideline.funnel.journey.PackedPage.Stretch;
import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Packs what has happened to journeys since the last time. Readers see either the former blocks with all changes or the new ones without them, so when it
 * happens changes no answer, only what an answer costs.
 */
@ApplicationScoped
public class PackJourneys {
    private static final Logger LOG = Logger.getLogger(PackJourneys.class);
    private static final String WAITING = Sql.load(PackJourneys.class, "waiting.sql");
    private static final String LOCK = Sql.load(PackJourneys.class, "lock_packing.sql");
    private static final String CHANGES = Sql.load(PackJourneys.class, "changes.sql");
    private static final String STARTS = Sql.load(PackJourneys.class, "block_starts.sql");
    private static final String END = Sql.load(PackJourneys.class, "end_packing.sql");

    /** Bytes of changes packed in one transaction: half a million moments. */
    static final long ROUND = 18_000_000;
    /** From here on a query would be slower by more than it costs to pack. */
    private static final long MUCH = 2_000_000;

    private static final long MANY = 500;
    /** How often a reader looks whether another has packed enough: for five seconds. */
    private static final int LOOKS = 20;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int BLOCKS_AT_ONCE = 32;
    /** So long changes gather before they are looked at. */
    private static final Duration GATHER = Duration.ofSeconds(5);
    /** At most this share of the time is spent on packing an organisation. */
    private static final int PAUSES_A_ROUND = 9;

    private final Database database;
    private final Vertx vertx;
    private final Set<String> expected = ConcurrentHashMap.newKeySet();

    PackJourneys(Database database, Vertx vertx) {
        this.database = database;
        this.vertx = vertx;
    }

    /**
     * What is not packed yet.
     *
     * @param packings how often journeys were packed before
     */
    public record Waiting(long changes, long bytes, long packings) {}

    /** Looks at an organisation in some seconds, and packs where it is worth it. */
    public void soon(String tenant) {
        if (expected.add(tenant)) {
            Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(GATHER)
                    .flatMap(gathered -> whereMuchWaits(tenant))
                    .onItemOrFailure()
                    .invoke((packed, failure) -> expected.remove(tenant))
                    .subscribe()
                    .with(packed -> {}, failure -> LOG.debugf("journeysNotPacked cause=%s", failure.toString()));
        }
    }

    void customersTouched(@Observes CustomersTouched told) {
        soon(told.tenant());
    }

    public Uni<Waiting> waiting(String tenant) {
        return database.query(tenant, WAITING, Tuple.of(tenant)).map(rows -> {
            Row row = rows.iterator().next();
            return new Waiting(row.getLong("changes"), row.getLong("bytes"), row.getLong("packings"));
        });
    }

    /**
     * A reader holds all changes in memory: where they would be too many, they are packed first, by whoever comes first; the others wait for it some seconds.
     */
    Uni<Waiting> whereTooMuchWaits(String tenant) {
        return whereTooMuchWaits(tenant, LOOKS);
    }

    private Uni<Waiting> whereTooMuchWaits(String tenant, int looks) {
        return waiting(tenant).flatMap(waiting -> {
            if (waiting.bytes() > MUCH || waiting.changes() > MANY) {
                soon(tenant);
            }
            return waiting.bytes() <= ROUND
                    ? Uni.createFrom().item(waiting)
                    : run(tenant).flatMap(packed -> packed ? whereTooMuchWaits(tenant) : lookAgain(tenant, looks));
        });
    }

    private Uni<Waiting> lookAgain(String tenant, int looks) {
        if (looks == 0) {
            return Uni.createFrom().failure(tooMuchWaits());
        }
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(BETWEEN_LOOKS)
                .flatMap(waited -> whereTooMuchWaits(tenant, looks - 1));
    }

    static AppException tooMuchWaits() {
        return AppException.unavailable("Much has been recorded just now and is being prepared.", RETRY_AFTER_SECONDS);
    }

    private Uni<Void> whereMuchWaits(String tenant) {
        return waiting(tenant).flatMap(waiting -> {
            if (waiting.bytes() <= MUCH && waiting.changes() <= MANY) {
                return Uni.createFrom().voidItem();
            }
            long started = System.nanoTime();
            return run(tenant).flatMap(packed -> Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(Duration.ofNanos((System.nanoTime() - started) * PAUSES_A_ROUND)));
        });
    }

    /** Packs once; false where there was nothing to pack, or another packing of the organisation is under way or came first. */
    public Uni<Boolean> run(String tenant) {
        return database.writeOneSnapshot(tenant, transaction -> transaction
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(tenant))
                        .flatMap(rows -> rows.iterator().next().getBoolean("locked")
                                ? pack(transaction, tenant)
                                : Uni.createFrom().item(false)))
                .onFailure(PackJourneys::isConflict)
                .recoverWithItem(false);
    }

    /** Another packing that ended between this one's snapshot and its lock has packed the same changes: nothing is lost. */
    private static boolean isConflict(Throwable failure) {
        return failure instanceof AppException refused && refused.code() == ErrorCode.CONFLICT;
    }

    private Uni<Boolean> pack(SqlConnection transaction, String tenant) {
        return transaction
                .preparedQuery(CHANGES)
                .execute(Tuple.of(tenant, ROUND))
                .flatMap(rows -> vertx.executeBlocking(() -> Changes.of(rows), false))
                .flatMap(changes -> changes.ids().isEmpty()
                        ? Uni.createFrom().item(false)
                        : transaction
                                .preparedQuery(STARTS)
                                .execute(Tuple.of(tenant))
                                .map(rows -> touched(starts(rows), changes))
                                .flatMap(touched -> pack(new PackedPage(vertx, transaction, tenant, changes), touched))
                                .flatMap(disputed -> end(transaction, tenant, changes, disputed))
                                .replaceWith(true));
    }

    private static Uni<Collection<UUID>> pack(PackedPage page, List<Stretch> touched) {
        List<List<Stretch>> pages = new ArrayList<>();
        for (int from = 0; from < touched.size(); from += BLOCKS_AT_ONCE) {
            pages.add(touched.subList(from, Math.min(from + BLOCKS_AT_ONCE, touched.size())));
        }
        return Multi.createFrom()
                .iterable(pages)
                .onItem()
                .transformToUniAndConcatenate(page::pack)
                .collect()
                .in(ArrayList::new, Collection::addAll);
    }

    private static Uni<Void> end(SqlConnection transaction, String tenant, Changes changes, Collection<UUID> disputed) {
        return transaction
                .preparedQuery(END)
                .execute(Tuple.tuple()
                        .addString(tenant)
                        .addArrayOfLong(changes.ids().toArray(Long[]::new))
                        .addBuffer(CustomerIds.packed(disputed)))
                .replaceWithVoid();
    }

    private static List<UUID> starts(Iterable<Row> rows) {
        List<UUID> starts = new ArrayList<>();
        rows.forEach(row -> starts.add(row.getUUID("first_customer")));
        return starts.isEmpty() ? List.of(CustomerIds.FIRST) : starts;
    }

    /** Blocks whose customers something has happened to. */
    private static List<Stretch> touched(List<UUID> starts, Changes changes) {
        List<Stretch> touched = new ArrayList<>();
        for (int at = 0; at < starts.size(); at++) {
            @Nullable UUID next = at + 1 < starts.size() ? starts.get(at + 1) : null;
            if (changes.touch(starts.get(at), next)) {
                touched.add(new Stretch(starts.get(at), next));
            }
        }
        return touched;
    }
}
