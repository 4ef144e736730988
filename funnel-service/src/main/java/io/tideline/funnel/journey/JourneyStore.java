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
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Reads journeys customer by customer, in memory that does not grow with their number. */
@ApplicationScoped
public class JourneyStore {
    /** How many lanes are worth it: a lane costs a thread, and the database needs the processors too. */
    public static final int LANES = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

    private static final String CHANGES = Sql.load(JourneyStore.class, "changes.sql");
    private static final String BLOCKS = Sql.load(JourneyStore.class, "blocks.sql");
    private static final String FACTS = Sql.load(JourneyStore.class, "facts.sql");
    private static final String FORMER_CARE = Sql.load(JourneyStore.class, "former_care.sql");
    private static final String TAG_CARRIERS = Sql.load(JourneyStore.class, "tag_carriers.sql");
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
        return reading(connection, filter, wanted)
                .call(reading -> connection
                        .prepare(BLOCKS)
                        .flatMap(statement -> PagedRows.each(
                                vertx,
                                statement,
                                Tuple.of(filter.tenant(), Matching.needsDimensions(filter, wanted.dimension())),
                                BLOCKS_AT_ONCE,
                                lanes.stream()
                                        .map(lane -> walker(reading, lane))
                                        .toList())))
                .flatMap(reading -> facts(connection, filter.tenant(), reading, lanes.get(0)));
    }

    private Uni<Reading> reading(SqlConnection connection, CustomerFilter filter, WantedJourneys wanted) {
        return Uni.combine()
                .all()
                .unis(
                        connection.query(PLAN_FOR_ARGUMENTS).execute(),
                        connection.preparedQuery(CHANGES).execute(Tuple.of(filter.tenant(), MOST_BYTES)),
                        formerCare(connection, filter, wanted),
                        carriers(connection, filter))
                .collectFailures()
                .asTuple()
                .flatMap(read -> vertx.executeBlocking(
                        () -> new Reading(
                                wanted,
                                new Matching(
                                        filter,
                                        read.getItem3(),
                                        filter.segment().tags() == null ? null : read.getItem4()),
                                Changes.whole(read.getItem2()),
                                Matching.needsDimensions(filter, wanted.dimension())),
                        false));
    }

    private static Consumer<Row> walker(Reading reading, Consumer<PackedJourney> lane) {
        return row -> reading.walk(JourneyBlock.of(row, row.getUUID("next_first")), lane);
    }

    /** Customers of whom only the facts know enough. */
    private Uni<Void> facts(
            SqlConnection connection, String tenant, Reading reading, Consumer<PackedJourney> customers) {
        MomentList moments = new MomentList();
        return vertx.executeBlocking(() -> reading.left().toArray(UUID[]::new), false)
                .flatMap(left -> left.length == 0
                        ? Uni.createFrom().voidItem()
                        : connection
                                .prepare(FACTS)
                                .flatMap(statement -> PagedRows.each(
                                        vertx,
                                        statement,
                                        Tuple.of(tenant, left),
                                        FACTS_AT_ONCE,
                                        List.of(row -> reading.walkFacts(row, moments, customers)))));
    }

    private static Uni<Map<UUID, String>> formerCare(
            SqlConnection connection, CustomerFilter filter, WantedJourneys wanted) {
        if (!Matching.needsCare(filter, wanted.dimension())) {
            return Uni.createFrom().item(Map.of());
        }
        return connection
                .preparedQuery(FORMER_CARE)
                .execute(filter.addHoldersTo(Tuple.of(filter.tenant())))
                .map(rows -> {
                    Map<UUID, String> spells = new HashMap<>();
                    rows.forEach(row -> spells.put(row.getUUID("customer_id"), row.getString("spells")));
                    return spells;
                });
    }

    private static Uni<Set<UUID>> carriers(SqlConnection connection, CustomerFilter filter) {
        List<String> tags = filter.segment().tags();
        if (tags == null) {
            return Uni.createFrom().item(Set.of());
        }
        Tuple arguments = Tuple.of(
                filter.tenant(), tags.toArray(String[]::new), filter.tagsAt().atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(TAG_CARRIERS).execute(arguments).map(rows -> {
            Set<UUID> carriers = new HashSet<>();
            var packed = rows.iterator().next().getBuffer("customers");
            if (packed != null) {
                CustomerIds.addAll(carriers, packed.getBytes());
            }
            return carriers;
        });
    }
}
