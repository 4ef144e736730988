package io.tideline.roi.campaign;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.tideline.roi.customer.Organisation;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What ad platforms reported. */
@ApplicationScoped
class AdSpendStore {
    private static final String RECORD = Sql.load(AdSpendStore.class, "record_ad_spend.sql");
    private static final String OF_CAMPAIGNS = Sql.load(AdSpendStore.class, "ad_spend_of_campaigns.sql");

    private final Database database;

    AdSpendStore(Database database) {
        this.database = database;
    }

    /** A stretch of time, open where an end is null. */
    record Stretch(@Nullable Instant start, @Nullable Instant end) {
        static final Stretch EVER = new Stretch(null, null);
    }

    /** Gives the ids that were new. */
    Uni<Set<UUID>> record(
            SqlConnection transaction, String tenant, Organisation organisation, List<ReadRow<AdSpendRow>> sent) {
        List<AdSpendRow> rows = sent.stream().map(ReadRow::value).toList();
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(rows.stream().map(row -> row.id(tenant)).toArray(UUID[]::new))
                .addArrayOfUUID(rows.stream().map(row -> row.campaignId(tenant)).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(times(rows, row -> row.at().at(organisation.zone())))
                .addArrayOfLong(counts(rows, AdSpendRow::impressions))
                .addArrayOfLong(counts(rows, AdSpendRow::clicks))
                .addValue(rows.stream().map(AdSpendRow::amount).toArray(BigDecimal[]::new))
                .addArrayOfString(rows.stream()
                        .map(row -> organisation.currencyOr(row.currency()))
                        .toArray(String[]::new))
                .addArrayOfLong(counts(rows, AdSpendRow::conversions))
                .addArrayOfLong(counts(rows, AdSpendRow::deals));
        return transaction.preparedQuery(RECORD).execute(arguments).map(found -> {
            Set<UUID> recorded = new HashSet<>();
            found.forEach(row -> recorded.add(row.getUUID("ad_spend_id")));
            return recorded;
        });
    }

    /** Figures of each campaign in each stretch, one for each currency; both are absent from the maps where nothing was recorded. */
    Uni<Map<Stretch, Map<UUID, List<AdFigures>>>> figures(
            String tenant, Collection<UUID> campaigns, Set<Stretch> stretches) {
        List<Stretch> asked = List.copyOf(stretches);
        Tuple arguments = Tuple.of(tenant)
                .addArrayOfUUID(campaigns.toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(times(asked, Stretch::start))
                .addArrayOfOffsetDateTime(times(asked, Stretch::end));
        return database.query(tenant, OF_CAMPAIGNS, arguments).map(rows -> byStretch(asked, rows));
    }

    private static Map<Stretch, Map<UUID, List<AdFigures>>> byStretch(List<Stretch> asked, RowSet<Row> rows) {
        Map<Stretch, Map<UUID, List<AdFigures>>> found = new LinkedHashMap<>();
        asked.forEach(stretch -> found.put(stretch, new HashMap<>()));
        rows.forEach(row -> found.getOrDefault(asked.get(row.getLong("place").intValue() - 1), new HashMap<>())
                .computeIfAbsent(row.getUUID("campaign_id"), campaign -> new ArrayList<>())
                .add(figures(row)));
        return found;
    }

    static AdFigures figures(Row row) {
        return new AdFigures(
                row.getString("currency"),
                row.getLong("impressions"),
                row.getLong("clicks"),
                row.getBigDecimal("amount"),
                row.getLong("conversions"),
                row.getLong("deals"));
    }

    private static Long[] counts(List<AdSpendRow> rows, ToLongFunction<AdSpendRow> count) {
        return rows.stream().map(count::applyAsLong).toArray(Long[]::new);
    }

    private static <T> OffsetDateTime[] times(List<T> rows, Function<T, @Nullable Instant> time) {
        return rows.stream()
                .map(time)
                .map(at -> at == null ? null : at.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
