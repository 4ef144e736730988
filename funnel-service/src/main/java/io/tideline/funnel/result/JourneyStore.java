package io.tideline.funnel.result;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.Care;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.PreparedStatement;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads journeys customer by customer, in memory that does not grow with their number. */
@ApplicationScoped
class JourneyStore {
    private static final String JOURNEYS = Sql.load(JourneyStore.class, "journeys.sql");
    /** The plan depends on how many customers the filter leaves, so each call is planned for its own arguments. */
    private static final String PLAN_FOR_ARGUMENTS =
            "SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)";

    /** Customers fetched at once. */
    private static final int FETCH = 2_000;

    private final Database database;

    JourneyStore(Database database) {
        this.database = database;
    }

    /**
     * What to read.
     *
     * @param names numbers of the wanted names, null for all
     * @param from first instant of interest
     * @param to last instant of interest, inclusive
     * @param fromTheBeginning a name of interest however long ago, or null
     * @param dimension what to group by, or null
     */
    record Wanted(
            @Nullable List<Integer> names,
            Instant from,
            Instant to,
            @Nullable Integer fromTheBeginning,
            @Nullable Dimension dimension) {}

    /**
     * One customer.
     *
     * @param group today's value of the dimension asked for, empty without one
     * @param care null where the customer has always been in the same hands
     */
    record Packed(UUID customer, String group, PackedMoments moments, @Nullable CareHistory care) {

        /** Whether what happened at an instant counts for the agents and teams asked for. */
        boolean counts(CustomerFilter filter, long at) {
            return care == null || filter.covers(care.at(at));
        }

        /** Value of the dimension at an instant; only who looked after the customer is known of the past. */
        String groupAt(Dimension dimension, long at) {
            if (care == null || (dimension != Dimension.AGENT && dimension != Dimension.TEAM)) {
                return group;
            }
            Care then = care.at(at);
            UUID holder = dimension == Dimension.AGENT ? then.agent() : then.team();
            return holder == null ? "" : holder.toString();
        }
    }

    /** Whatever a funnel needs of one organisation, seen in one snapshot. */
    <T> Uni<T> inSnapshot(String tenant, BiFunction<SqlConnection, JourneyStore, Uni<T>> work) {
        return database.read(tenant, connection -> work.apply(connection, this));
    }

    Uni<Void> read(SqlConnection connection, CustomerFilter filter, Wanted wanted, Consumer<Packed> customers) {
        Tuple arguments = filter.addTo(Tuple.tuple()
                .addString(filter.tenant())
                .addArrayOfInteger(
                        wanted.names() == null ? null : wanted.names().toArray(Integer[]::new))
                .addOffsetDateTime(wanted.from().atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(wanted.to().atOffset(ZoneOffset.UTC))
                .addInteger(wanted.fromTheBeginning())
                .addString(
                        wanted.dimension() == null ? null : wanted.dimension().name()));
        return connection
                .query(PLAN_FOR_ARGUMENTS)
                .execute()
                .flatMap(set -> connection.prepare(JOURNEYS))
                .flatMap(statement -> stream(statement, arguments, customers));
    }

    private static Uni<Void> stream(PreparedStatement statement, Tuple arguments, Consumer<Packed> customers) {
        return statement
                .createStream(FETCH, arguments)
                .toMulti()
                .invoke(row -> customers.accept(packed(row)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Packed packed(Row row) {
        String care = row.getString("care");
        return new Packed(
                row.getUUID("customer_id"),
                row.getString("group_value"),
                new PackedMoments(row.getBuffer("moments").getDelegate()),
                care == null ? null : CareHistory.read(care));
    }
}
