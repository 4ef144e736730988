package io.tideline.customer.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.graph.Dimension;
import io.tideline.platform.sql.Ids;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What customers' dimensions were before, each statement inside its caller's transaction. */
@ApplicationScoped
class CustomerValues {
    private static final String NOTE = Sql.load(CustomerValues.class, "note_values.sql");

    /**
     * @param noted by customer, values that were not known, in the order of their times
     * @param outdated by customer, dimensions of which a later value is known than the one said
     */
    record Noted(Map<UUID, List<CustomerValue>> noted, Map<UUID, Set<Dimension>> outdated) {
        /** The row without what is no longer so. */
        CustomerRow current(String tenant, CustomerRow row) {
            return row.without(outdated.getOrDefault(Ids.uuid(tenant, Customer.KIND, row.externalId()), Set.of()));
        }
    }

    /** Notes what the rows say of the past, at most one row of each customer; the customers are locked and not stored yet. */
    Uni<Noted> note(SqlConnection transaction, String tenant, Collection<CustomerRow> rows) {
        List<UUID> customers = new ArrayList<>();
        List<String> dimensions = new ArrayList<>();
        List<String> values = new ArrayList<>();
        List<OffsetDateTime> since = new ArrayList<>();
        rows.forEach(row -> row.values().forEach((dimension, value) -> {
            customers.add(Ids.uuid(tenant, Customer.KIND, row.externalId()));
            dimensions.add(dimension.name());
            values.add(value);
            since.add(row.changedAt() == null ? null : row.changedAt().atOffset(ZoneOffset.UTC));
        }));
        if (customers.isEmpty()) {
            return Uni.createFrom().item(new Noted(Map.of(), Map.of()));
        }
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(customers.toArray(UUID[]::new))
                .addArrayOfString(dimensions.toArray(String[]::new))
                .addArrayOfString(values.toArray(String[]::new))
                .addArrayOfOffsetDateTime(since.toArray(OffsetDateTime[]::new));
        return transaction.preparedQuery(NOTE).execute(arguments).map(CustomerValues::noted);
    }

    private static Noted noted(Iterable<Row> rows) {
        Map<UUID, List<CustomerValue>> noted = new LinkedHashMap<>();
        Map<UUID, Set<Dimension>> outdated = new HashMap<>();
        for (Row row : rows) {
            CustomerValue value = value(row);
            if (row.getBoolean("is_noted")) {
                noted.computeIfAbsent(value.customer(), met -> new ArrayList<>())
                        .add(value);
            }
            if (row.getBoolean("is_outdated")) {
                outdated.computeIfAbsent(value.customer(), met -> EnumSet.noneOf(Dimension.class))
                        .add(value.dimension());
            }
        }
        return new Noted(noted, outdated);
    }

    private static CustomerValue value(Row row) {
        OffsetDateTime since = row.getOffsetDateTime("since");
        return new CustomerValue(
                row.getUUID("customer_id"),
                Dimension.valueOf(row.getString("dimension")),
                row.getString("value"),
                since == null ? null : since.toInstant());
    }
}
