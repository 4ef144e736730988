package io.tideline.funnel.journey;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads journeys customer by customer, in memory that does not grow with their number. */
@ApplicationScoped
public class JourneyStore {
    /** How many lanes are worth it: a lane costs a thread, and the database needs the processors too. */
    public static final int LANES = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

    private static final String CHANGES = Sql.load(JourneyStore.class, "changes.sql");
    private static final String BLOCKS = Sql.load(JourneyStore.class, "blocks.sql");
    private static final String FACTS = Sql.load(JourneyStore.class, "facts.sql");
    private static final String DIMENSIONS = Sql.load(JourneyStore.class, "dimensions.sql");
    /** The plan depends on how many customers are asked for, so each call is planned for its own arguments. */
    private static final String PLAN_FOR_ARGUMENTS =
            "SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)";

    /** Bytes of changes that a reading takes; as much as it waits for, and what may come between waiting and reading. */
    private static final long MOST_BYTES = 2 * PackJourneys.ROUND;

    private static final int BLOCKS_AT_ONCE = 32;
    private static final int FACTS_AT_ONCE = 1_000;

    /** Readings at a time: each keeps its lanes busy, and holds some dozens of megabytes at most. */
    private static final int MOST = Math.max(2, Runtime.getRuntime().availableProcessors() / LANES);

    /** The gateway gives an answer up after half a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int MOST_WAITING = 50;

    private final Turns turns = new Turns(MOST, Math.max(1, MOST / 2), MOST_WAITING, PATIENCE);
    private final Database database;
    private final PackJourneys packing;
    private final Vertx vertx;

    JourneyStore(Database database, PackJourneys packing, Vertx vertx) {
        this.database = database;
        this.packing = packing;
        this.vertx = vertx;
    }

    /** Whatever a funnel needs of one organisation, seen in one snapshot, in its turn. */
    public <T> Uni<T> inSnapshot(String tenant, BiFunction<SqlConnection, JourneyStore, Uni<T>> work) {
        return inSnapshot(tenant, () -> {}, work);
    }

    /** @param begun told when the turn has come; what is stored before it returns is seen */
    public <T> Uni<T> inSnapshot(String tenant, Runnable begun, BiFunction<SqlConnection, JourneyStore, Uni<T>> work) {
        return packing.whereTooMuchWaits(tenant)
                .flatMap(packed -> turns.inTurn(tenant, () -> {
                    begun.run();
                    return database.readOneSnapshot(tenant, connection -> work.apply(connection, this));
                }));
    }

    /** Every customer with a wanted moment, in no order, one after the other. */
    public Uni<Void> read(
            SqlConnection connection, CustomerFilter filter, WantedJourneys wanted, Consumer<PackedJourney> customers) {
        return read(connection, filter, wanted, List.of(customers));
    }

    /** The same, divided among readers that work at the same time; each has one customer after the other. */
    public Uni<Void> read(
            SqlConnection connection,
            CustomerFilter filter,
            WantedJourneys wanted,
            List<Consumer<PackedJourney>> lanes) {
        BesideStore beside = new BesideStore(connection, filter, wanted);
        return reading(connection, filter, wanted)
                .call(reading -> connection
                        .prepare(BLOCKS)
                        .map(statement -> new PagedRows.Source(
                                statement,
                                Tuple.of(filter.tenant(), Matching.needsDimensions(filter, wanted.dimension())),
                                BLOCKS_AT_ONCE))
                        .flatMap(blocks -> PagedRows.each(
                                vertx,
                                blocks,
                                rows -> beside.of(Customers.ofBlocks(rows)),
                                lanes.stream()
                                        .map(lane -> walker(reading, lane))
                                        .toList())))
                .flatMap(reading -> facts(connection, beside, reading, lanes.get(0)));
    }

    private Uni<Reading> reading(SqlConnection connection, CustomerFilter filter, WantedJourneys wanted) {
        return Uni.combine()
                .all()
                .unis(
                        connection.query(PLAN_FOR_ARGUMENTS).execute(),
                        connection.preparedQuery(CHANGES).execute(Tuple.of(filter.tenant(), MOST_BYTES)))
                .collectFailures()
                .asTuple()
                .flatMap(read -> vertx.executeBlocking(
                        () -> new Reading(
                                wanted,
                                new Matching(filter),
                                Changes.whole(read.getItem2()),
                                Matching.needsDimensions(filter, wanted.dimension())),
                        false));
    }

    private static BiConsumer<Row, Beside> walker(Reading reading, Consumer<PackedJourney> lane) {
        return (row, beside) -> reading.walk(JourneyBlock.of(row, row.getUUID("next_first")), beside, lane);
    }

    /** Customers of whom only the facts know enough, then those whose dimensions are all that is missing. */
    private Uni<Void> facts(
            SqlConnection connection, BesideStore beside, Reading reading, Consumer<PackedJourney> customers) {
        MomentList moments = new MomentList();
        LookUp lookUp = new LookUp(connection, beside);
        return lookUp.each(FACTS, reading::left, (row, known) -> reading.walkFacts(row, known, moments, customers))
                .chain(() -> lookUp.each(
                        DIMENSIONS,
                        reading::unpacked,
                        (row, known) -> reading.walkFresh(row, known, moments, customers)));
    }

    private final class LookUp {
        private final SqlConnection connection;
        private final BesideStore beside;

        LookUp(SqlConnection connection, BesideStore beside) {
            this.connection = connection;
            this.beside = beside;
        }

        Uni<Void> each(String statement, Supplier<Collection<UUID>> customers, BiConsumer<Row, Beside> walker) {
            return vertx.executeBlocking(() -> customers.get().toArray(UUID[]::new), false)
                    .flatMap(left -> left.length == 0
                            ? Uni.createFrom().voidItem()
                            : connection
                                    .prepare(statement)
                                    .map(prepared -> new PagedRows.Source(
                                            prepared, Tuple.of(beside.tenant(), left), FACTS_AT_ONCE))
                                    .flatMap(facts -> PagedRows.each(
                                            vertx,
                                            facts,
                                            rows -> beside.of(Customers.ofFacts(rows)),
                                            List.of(walker))));
        }
    }
}
