package io.tideline.roi.value;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.TimePosition;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.platform.sql.Sql;
import io.tideline.roi.order.Order;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money of single customers, many at a time. */
@ApplicationScoped
class ValueStore {
    private static final String ORDERS = Sql.load(ValueStore.class, "customer_orders.sql");
    private static final String VALUE = Sql.load(ValueStore.class, "customer_value.sql");

    private final Database database;

    ValueStore(Database database) {
        this.database = database;
    }

    /**
     * What to read beside the amounts.
     *
     * @param orders most orders of each customer, 0 for none
     * @param after cursor of the order to go on from
     */
    record Wanted(boolean costs, int orders, @Nullable String after) {}

    /** Customers that the caller may not see are absent. */
    Uni<Map<UUID, CustomerMoney>> money(Caller caller, Collection<UUID> customers, Wanted wanted) {
        String tenant = caller.tenant();
        TimePosition after = TimePosition.of(wanted.after());
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(customers.toArray(UUID[]::new))
                .addUUID(own(tenant, "team", caller.visibility().team()))
                .addUUID(own(tenant, "agent", caller.visibility().agent()))
                .addInteger(wanted.orders())
                .addOffsetDateTime(after.at())
                .addUUID(after.id());
        return wanted.costs()
                ? database.query(tenant, VALUE, arguments).map(ValueStore::byCustomer)
                : database.query(tenant, ORDERS, arguments).map(ValueStore::withoutCosts);
    }

    private static Map<UUID, CustomerMoney> withoutCosts(RowSet<Row> rows) {
        Map<UUID, Map<String, BigDecimal>> bought = new LinkedHashMap<>();
        Map<UUID, List<Order.Recorded>> orders = new HashMap<>();
        for (Row row : rows) {
            UUID customer = row.getUUID("customer_id");
            Map<String, BigDecimal> own = bought.computeIfAbsent(customer, id -> new HashMap<>());
            if (row.getUUID("order_id") != null) {
                orders.computeIfAbsent(customer, id -> new ArrayList<>()).add(order(row));
            } else if (row.getString("currency") != null) {
                own.put(row.getString("currency"), row.getBigDecimal("amount"));
            }
        }
        Map<UUID, CustomerMoney> money = new HashMap<>();
        bought.forEach((customer, own) -> money.put(
                customer, new CustomerMoney(own, false, Map.of(), 0, orders.getOrDefault(customer, List.of()))));
        return money;
    }

    private static Map<UUID, CustomerMoney> byCustomer(RowSet<Row> rows) {
        Map<UUID, Row> first = new LinkedHashMap<>();
        Map<UUID, List<Order.Recorded>> orders = new HashMap<>();
        for (Row row : rows) {
            UUID customer = row.getUUID("customer_id");
            first.putIfAbsent(customer, row);
            List<Order.Recorded> own = orders.computeIfAbsent(customer, id -> new ArrayList<>());
            if (row.getUUID("order_id") != null) {
                own.add(order(row));
            }
        }
        Map<UUID, CustomerMoney> money = new HashMap<>();
        first.forEach((customer, row) -> money.put(customer, money(row, orders.getOrDefault(customer, List.of()))));
        return money;
    }

    private static CustomerMoney money(Row row, List<Order.Recorded> orders) {
        return new CustomerMoney(
                amounts(row.getArrayOfStrings("currencies"), row.getArrayOfStrings("amounts")),
                row.getUUID("winner_id") != null,
                amounts(row.getArrayOfStrings("cost_currencies"), row.getArrayOfStrings("cost_amounts")),
                row.getLong("won"),
                orders);
    }

    private static Order.Recorded order(Row row) {
        return new Order.Recorded(
                row.getUUID("order_id"),
                row.getString("external_id"),
                row.getOffsetDateTime("occurred_at").toInstant(),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getBoolean("refund"),
                row.getUUID("campaign_id"));
    }

    private static Map<String, BigDecimal> amounts(String @Nullable [] currencies, String @Nullable [] amounts) {
        Map<String, BigDecimal> found = new HashMap<>();
        for (int i = 0; currencies != null && amounts != null && i < currencies.length; i++) {
            found.put(currencies[i], new BigDecimal(amounts[i]));
        }
        return found;
    }

    private static @Nullable UUID own(String tenant, String kind, @Nullable String external) {
        return external == null ? null : Ids.uuid(tenant, kind, external);
    }
}
