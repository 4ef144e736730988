package io.tideline.funnel.journey;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.CustomersTouched;
import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Packs what has happened to journeys since the last time. Readers see either the former blocks with all changes or the new ones without them, so when it
 * happens changes no answer, only what an answer costs.
 */
@ApplicationScoped
public class PackJourneys {
    private static final Logger LOG = Logger.getLogger(PackJourneys.class);
    private static final String WAITING = Sql.load(PackJourneys.class, "waiting.sql");

    /** Bytes of changes packed together: two hundred thousand moments. A reader holds no more than twice as much. */
    static final long ROUND = 8_000_000;
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
    /** A tenth of the time is spent on packing an organisation, half of it where readers would soon have to wait. */
    private static final int PAUSES_A_ROUND = 9;

    private static final int PAUSES_WHERE_IT_PRESSES = 1;

    private final Database database;
    private final Vertx vertx;
    /** One transaction of each organisation at a time, and some processors are left to everything else. */
    private final Turns turns = new Turns(
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2), 1, Integer.MAX_VALUE, Duration.ofMinutes(1));

    private final Set<String> expected = ConcurrentHashMap.newKeySet();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

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
                    .by(Duration.ofNanos((System.nanoTime() - started)
                            * (waiting.bytes() > ROUND / 2 ? PAUSES_WHERE_IT_PRESSES : PAUSES_A_ROUND))));
        });
    }

    /** Packs once; false where there was nothing to pack, or another packing of the organisation is under way or came first. */
    public Uni<Boolean> run(String tenant) {
        return Uni.createFrom()
                .deferred(() -> !underWay.add(tenant)
                        ? Uni.createFrom().item(false)
                        : new Packing(database, vertx, turns, tenant, BLOCKS_AT_ONCE)
                                .run()
                                .onFailure(PackJourneys::isConflict)
                                .recoverWithItem(false)
                                .onTermination()
                                .invoke(() -> underWay.remove(tenant)));
    }

    /** Another packing that ended between this one's snapshot and its lock has packed the same changes: nothing is lost. */
    private static boolean isConflict(Throwable failure) {
        return failure instanceof AppException refused && refused.code() == ErrorCode.CONFLICT;
    }
}
