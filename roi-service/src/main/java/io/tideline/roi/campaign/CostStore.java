package io.tideline.roi.campaign;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.tideline.roi.customer.Organisation;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cost lines. */
@ApplicationScoped
class CostStore {
    private static final String ADD = Sql.load(CostStore.class, "add_costs.sql");
    private static final String LINES = Sql.load(CostStore.class, "cost_lines.sql");

    private final Database database;

    CostStore(Database database) {
        this.database = database;
    }

    /** Gives the ids that were new. */
    Uni<Set<UUID>> add(
            SqlConnection transaction, String tenant, Organisation organisation, List<ReadRow<CostRow>> sent) {
        List<CostRow> rows = sent.stream().map(ReadRow::value).toList();
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(rows.stream().map(row -> row.id(tenant)).toArray(UUID[]::new))
                .addArrayOfUUID(rows.stream().map(row -> row.campaignId(tenant)).toArray(UUID[]::new))
                .addArrayOfString(rows.stream().map(row -> row.kind().name()).toArray(String[]::new))
                .addValue(numbers(rows, CostRow::amount))
                .addValue(numbers(rows, CostRow::hours))
                .addValue(numbers(rows, CostRow::rate))
                .addArrayOfString(rows.stream()
                        .map(row -> organisation.currencyOr(row.currency()))
                        .toArray(String[]::new))
                .addArrayOfOffsetDateTime(times(rows, row -> Moment.orNull(row.from(), organisation.zone())))
                .addArrayOfOffsetDateTime(times(rows, row -> Moment.orNull(row.until(), organisation.zone())));
        return transaction.preparedQuery(ADD).execute(arguments).map(found -> {
            Set<UUID> added = new HashSet<>();
            found.forEach(row -> added.add(row.getUUID("cost_line_id")));
            return added;
        });
    }

    Uni<Map<UUID, List<CostLine>>> lines(String tenant, Collection<UUID> campaigns) {
        return database.query(tenant, LINES, Tuple.of(tenant).addArrayOfUUID(campaigns.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, List<CostLine>> lines = new HashMap<>();
                    rows.forEach(row -> lines.merge(row.getUUID("campaign_id"), List.of(line(row)), CostLine::joined));
                    return lines;
                });
    }

    private static CostLine line(Row row) {
        return CostLine.of(
                row.getUUID("cost_line_id"),
                CostKind.valueOf(row.getString("kind")),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                new CostLine.Work(row.getBigDecimal("hours"), row.getBigDecimal("rate")),
                new CostLine.Stretch(instant(row, "from_at"), instant(row, "until_at")));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static BigDecimal[] numbers(List<CostRow> rows, Function<CostRow, @Nullable BigDecimal> number) {
        return rows.stream().map(number).toArray(BigDecimal[]::new);
    }

    private static OffsetDateTime[] times(List<CostRow> rows, Function<CostRow, @Nullable Instant> time) {
        return rows.stream()
                .map(time)
                .map(at -> at == null ? null : at.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
