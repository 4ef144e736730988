package io.tideline.roi.tool;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Revenue by month and the cost of software. */
@ApplicationScoped
class ToolStore {
    private static final String REVENUE = Sql.load(ToolStore.class, "monthly_revenue.sql");
    private static final String COSTS = Sql.load(ToolStore.class, "tool_costs.sql");

    private final Database database;

    ToolStore(Database database) {
        this.database = database;
    }

    /**
     * Net revenue of one month and currency.
     *
     * @param month number of the month, from 1; 0 for all time before the first
     */
    record Month(int month, String currency, BigDecimal amount) {}

    /** @param bounds where months begin and, last, where the last one ends */
    Uni<List<Month>> revenue(String tenant, List<Instant> bounds) {
        OffsetDateTime[] ends =
                bounds.stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
        return database.query(tenant, REVENUE, Tuple.of(tenant).addArrayOfOffsetDateTime(ends))
                .map(rows -> {
                    List<Month> months = new ArrayList<>();
                    rows.forEach(row -> months.add(new Month(
                            row.getInteger("month"),
                            row.getString("currency"),
                            new BigDecimal(row.getString("amount")))));
                    return months;
                });
    }

    Uni<Map<String, BigDecimal>> costs(String tenant, Instant start, Instant end) {
        return database.query(
                        tenant, COSTS, Tuple.of(tenant, start.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    Map<String, BigDecimal> costs = new HashMap<>();
                    rows.forEach(row -> costs.put(row.getString("currency"), new BigDecimal(row.getString("amount"))));
                    return costs;
                });
    }
}
