package io.tideline.survey.kept;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Takes notes of answers into the counts that are kept. Readers see either the former counts with all notes or the new ones without them, so when it happens
 * changes no answer, only what an answer costs.
 */
@ApplicationScoped
public class PackScores {
    private static final Logger LOG = Logger.getLogger(PackScores.class);
    /** Facts from which on reading them costs a question more than it should. */
    private static final long MANY = 100;
    /** So long notes gather before they are looked at. */
    private static final Duration GATHER = Duration.ofSeconds(2);
    /** A tenth of the time is spent on packing an organisation, half of it where more waits than one round takes. */
    private static final int PAUSES_A_ROUND = 9;

    private static final int PAUSES_WHERE_IT_PRESSES = 1;

    /** A round or a filling that takes longer hangs. */
    private static final Duration LONGEST = Duration.ofHours(1);
    /** Pause after a failure, so that what fails is not begun again by each question. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final Database database;
    private final Set<String> expected = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean filling = new AtomicBoolean();
    private final Pace pace = new Pace();

    PackScores(Database database) {
        this.database = database;
    }

    /** Looks at an organisation in some seconds, packs until little waits, and fills what is not kept yet. */
    public void soon(String tenant) {
        if (expected.add(tenant)) {
            after(GATHER)
                    .flatMap(gathered -> Uni.createFrom()
                            .deferred(() -> look(tenant))
                            .ifNoItem()
                            .after(LONGEST)
                            .fail()
                            .repeat()
                            .whilst(more -> more)
                            .collect()
                            .last())
                    .onFailure()
                    .call(failure -> after(REST))
                    .onItemOrFailure()
                    .invoke((packed, failure) -> expected.remove(tenant))
                    .subscribe()
                    .with(packed -> {}, failure -> LOG.warnf("scoresNotPacked cause=%s", failure.toString()));
        }
    }

    /** True where it is to be looked at again. */
    private Uni<Boolean> look(String tenant) {
        return database.read(tenant, reading -> new KeptStore(reading, tenant).find())
                .flatMap(kept -> {
                    if (!kept.fits()) {
                        return fillInTurn(tenant);
                    }
                    if (kept.waiting() <= MANY) {
                        return Uni.createFrom().item(false);
                    }
                    long started = System.nanoTime();
                    long most = pace.facts();
                    int pauses = kept.waiting() > most ? PAUSES_WHERE_IT_PRESSES : PAUSES_A_ROUND;
                    return run(tenant, most).flatMap(packed -> {
                        Duration round = Duration.ofNanos(System.nanoTime() - started);
                        pace.took(round);
                        return after(round.multipliedBy(pauses)).replaceWith(true);
                    });
                });
    }

    /** One organisation at a time, so that those who wait hold no connections. */
    private Uni<Boolean> fillInTurn(String tenant) {
        return filling.compareAndSet(false, true)
                ? fill(tenant).onTermination().invoke(() -> filling.set(false)).replaceWith(false)
                : after(GATHER).replaceWith(true);
    }

    /** Packs once; false where nothing waits. */
    public Uni<Boolean> run(String tenant) {
        return run(tenant, Pace.MOST);
    }

    /** Packs so many facts at most, or those of one note. */
    public Uni<Boolean> run(String tenant, long most) {
        return database.write(tenant, transaction -> {
            KeptStore store = new KeptStore(transaction, tenant);
            return store.hold().flatMap(kept -> {
                String zone = kept.zone();
                return zone == null ? Uni.createFrom().item(false) : store.pack(zone, most);
            });
        });
    }

    /** Counts all of an organisation where nothing is kept, or not in its zone. */
    public Uni<Void> fill(String tenant) {
        return database.write(tenant, transaction -> {
            KeptStore store = new KeptStore(transaction, tenant);
            return store.holdToFill()
                    .flatMap(kept -> kept.fits() ? Uni.createFrom().voidItem() : store.fill());
        });
    }

    private static Uni<Void> after(Duration pause) {
        return Uni.createFrom().voidItem().onItem().delayIt().by(pause.isZero() ? Duration.ofMillis(1) : pause);
    }
}
