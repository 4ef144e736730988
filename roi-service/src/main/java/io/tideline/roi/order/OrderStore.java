package io.tideline.roi.order;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.sql.Sql;
import io.tideline.roi.customer.Organisation;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Orders and refunds as they come in. */
@ApplicationScoped
class OrderStore {
    private static final String RECORD = Sql.load(OrderStore.class, "record_orders.sql");

    /** Gives the ids that were new. */
    Uni<Set<UUID>> record(
            SqlConnection transaction, String tenant, Organisation organisation, List<ReadRow<OrderRow>> sent) {
        List<OrderRow> rows = sent.stream().map(ReadRow::value).toList();
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(ids(rows, row -> row.id(tenant)))
                .addArrayOfString(rows.stream().map(OrderRow::externalId).toArray(String[]::new))
                .addArrayOfUUID(ids(rows, row -> row.customerId(tenant)))
                .addArrayOfOffsetDateTime(rows.stream()
                        .map(row -> row.at().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addValue(rows.stream().map(OrderRow::amount).toArray(BigDecimal[]::new))
                .addArrayOfString(rows.stream()
                        .map(row -> organisation.currencyOr(row.currency()))
                        .toArray(String[]::new))
                .addArrayOfUUID(ids(rows, row -> row.campaignId(tenant)))
                .addArrayOfBoolean(rows.stream().map(OrderRow::refund).toArray(Boolean[]::new))
                .addArrayOfUUID(ids(rows, row -> row.refundOfId(tenant)));
        return transaction.preparedQuery(RECORD).execute(arguments).map(found -> {
            Set<UUID> recorded = new HashSet<>();
            found.forEach(row -> recorded.add(row.getUUID("order_id")));
            return recorded;
        });
    }

    private static UUID[] ids(List<OrderRow> rows, Function<OrderRow, @Nullable UUID> id) {
        return rows.stream().map(id).toArray(UUID[]::new);
    }
}
