package io.tideline.funnel.stage;

import static io.tideline.funnel.customer.Columns.integers;
import static io.tideline.funnel.customer.Columns.texts;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.funnel.event.MomentName;
import io.tideline.funnel.event.MomentNames;
import io.tideline.funnel.funnel.FunnelStage;
import io.tideline.platform.access.Caller;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements about where customers stand. */
@ApplicationScoped
class StageStore {
    private static final String VISITS = Sql.load(StageStore.class, "visits.sql");
    private static final String MEMBERSHIP = Sql.load(StageStore.class, "membership.sql");

    private final Database database;
    private final MomentNames names;

    StageStore(Database database, MomentNames names) {
        this.database = database;
        this.names = names;
    }

    /** Stays of those customers that the caller sees, by customer. */
    Uni<Map<UUID, List<StageVisit>>> visits(Caller caller, List<UUID> customers, List<FunnelStage> stages) {
        List<Ways.Way> all = Ways.into(stages);
        return database.read(caller.tenant(), connection -> names.find(connection, caller.tenant(), Ways.names(all))
                .flatMap(numbers -> {
                    List<Ways.Way> ways = Ways.met(all, numbers);
                    return connection
                            .preparedQuery(VISITS)
                            .execute(visitArguments(caller, customers, numbers))
                            .map(rows -> stays(rows, stages, ways, numbers));
                }));
    }

    /** Customers in each stage, by the stage's place. */
    Uni<Map<Integer, Integer>> membership(CustomerFilter filter, Instant asOf, List<FunnelStage> stages) {
        List<Ways.Way> all = Ways.into(stages);
        return database.read(filter.tenant(), connection -> names.find(connection, filter.tenant(), Ways.names(all))
                .flatMap(numbers -> members(connection, filter, asOf, Ways.met(all, numbers), numbers)));
    }

    private static Uni<Map<Integer, Integer>> members(
            SqlConnection connection,
            CustomerFilter filter,
            Instant asOf,
            List<Ways.Way> ways,
            Map<MomentName, Integer> numbers) {
        Tuple arguments = filter.addTo(Tuple.tuple()
                .addString(filter.tenant())
                .addOffsetDateTime(asOf.atOffset(ZoneOffset.UTC))
                .addArrayOfInteger(integers(ways, Ways.Way::stage))
                .addArrayOfInteger(integers(ways, way -> numbers.get(way.name())))
                .addArrayOfString(texts(ways, Ways.Way::tag))
                .addArrayOfString(texts(ways, StageStore::orders)));
        return connection.preparedQuery(MEMBERSHIP).execute(arguments).map(rows -> {
            Map<Integer, Integer> members = new HashMap<>();
            rows.forEach(row ->
                    members.put(row.getInteger("stage"), row.getLong("members").intValue()));
            return members;
        });
    }

    private static @Nullable String orders(Ways.Way way) {
        return way.orders() == null ? null : way.orders().name();
    }

    private static Tuple visitArguments(Caller caller, List<UUID> customers, Map<MomentName, Integer> numbers) {
        List<Map.Entry<MomentName, Integer>> wanted = List.copyOf(numbers.entrySet());
        String team = caller.visibility().team();
        String agent = caller.visibility().agent();
        return Tuple.tuple()
                .addString(caller.tenant())
                .addArrayOfUUID(customers.toArray(UUID[]::new))
                .addArrayOfInteger(integers(wanted, Map.Entry::getValue))
                .addArrayOfString(texts(wanted, entry -> tag(entry.getKey())))
                .addUUID(team == null ? null : Ids.uuid(caller.tenant(), "team", team))
                .addUUID(agent == null ? null : Ids.uuid(caller.tenant(), "agent", agent));
    }

    private static @Nullable String tag(MomentName name) {
        return name.equals(MomentName.tag(name.name())) ? name.name() : null;
    }

    private static Map<UUID, List<StageVisit>> stays(
            RowSet<Row> rows, List<FunnelStage> stages, List<Ways.Way> ways, Map<MomentName, Integer> numbers) {
        Map<Integer, MomentName> namesByNumber = new HashMap<>();
        numbers.forEach((name, number) -> namesByNumber.put(number, name));
        Map<UUID, Visits> byCustomer = new LinkedHashMap<>();
        for (Row row : rows) {
            OffsetDateTime left = row.getOffsetDateTime("left_at");
            byCustomer
                    .computeIfAbsent(row.getUUID("customer_id"), customer -> new Visits(stages, ways))
                    .add(
                            Objects.requireNonNull(namesByNumber.get(row.getInteger("name_id"))),
                            row.getOffsetDateTime("occurred_at").toInstant(),
                            left == null ? null : left.toInstant());
        }
        Map<UUID, List<StageVisit>> stays = new LinkedHashMap<>();
        byCustomer.forEach((customer, visits) -> stays.put(customer, visits.all()));
        return stays;
    }
}
