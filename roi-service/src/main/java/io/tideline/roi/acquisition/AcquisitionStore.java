package io.tideline.roi.acquisition;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.tideline.roi.acquisition.AllocationRules.Cost;
import io.tideline.roi.cut.Asked;
import io.tideline.roi.cut.Cut;
import io.tideline.roi.cut.Place;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was spent and who was won, by bucket and group. */
@ApplicationScoped
class AcquisitionStore {
    private static final String ADS = Sql.load(AcquisitionStore.class, "ad_spend_in_buckets.sql");
    private static final String COSTS = Sql.load(AcquisitionStore.class, "costs_in_buckets.sql");
    private static final String NEWCOMERS = Sql.load(AcquisitionStore.class, "newcomers.sql");

    private final Database database;

    AcquisitionStore(Database database) {
        this.database = database;
    }

    /** One statement for each table, put at the same time. */
    Uni<Map<Place, AcquisitionFigures>> figures(Asked asked, Cut cut) {
        String tenant = asked.segment().tenant();
        Tuple costs = Tuple.of(tenant)
                .addArrayOfOffsetDateTime(asked.bounds(cut))
                .addArrayOfUUID(asked.segment().campaigns());
        Tuple newcomers = asked.arguments(cut).addOffsetDateTime(asked.asOf().atOffset(ZoneOffset.UTC));
        return Uni.combine()
                .all()
                .unis(
                        database.query(tenant, ADS, costs),
                        database.query(tenant, COSTS, costs),
                        database.query(tenant, NEWCOMERS, newcomers))
                .with((ads, lines, won) -> figures(asked, cut, costs(ads, lines), won));
    }

    private static List<Cost> costs(RowSet<Row> ads, RowSet<Row> lines) {
        List<Cost> costs = new ArrayList<>();
        ads.forEach(row -> costs.add(
                cost(row, Spend.onAds(amount(row, "amount"), row.getLong("clicks"), row.getLong("conversions")))));
        lines.forEach(row -> costs.add(cost(row, Spend.line(amount(row, "amount"), row.getBoolean("advertising")))));
        return costs;
    }

    private static Cost cost(Row row, Spend spend) {
        return new Cost(row.getLong("bucket").intValue(), row.getUUID("campaign_id"), row.getString("currency"), spend);
    }

    private static Map<Place, AcquisitionFigures> figures(Asked asked, Cut cut, List<Cost> costs, RowSet<Row> rows) {
        Newcomers newcomers = new Newcomers();
        Map<Place, AcquisitionFigures> found = new HashMap<>();
        for (Row row : rows) {
            Place place = new Place(row.getInteger("bucket"), row.getString("group_key"));
            if (row.getString("kind").equals("WON")) {
                newcomers.add(place, row.getUUID("campaign_id"), row.getLong("customers"), row.getLong("counted"));
            }
            AcquisitionFigures more = with(found.getOrDefault(place, AcquisitionFigures.NONE), row);
            if (!more.equals(AcquisitionFigures.NONE)) {
                found.put(place, more);
            }
        }
        AllocationRules.allocate(
                        costs, newcomers, cut.dimension(), asked.segment().narrowsCustomers())
                .forEach((place, spend) -> found.put(
                        place,
                        found.getOrDefault(place, AcquisitionFigures.NONE).withSpend(spend)));
        return found;
    }

    private static AcquisitionFigures with(AcquisitionFigures figures, Row row) {
        return switch (row.getString("kind")) {
            case "WON" -> figures.withWon(row.getLong("customers"), amount(row, "amount"));
            case "VALUE" ->
                figures.withWorth(
                        row.getString("currency"),
                        new AcquisitionFigures.Worth(
                                amount(row, "amount"), amount(row, "seen"), row.getLong("customers")));
            default -> figures.withCredited(row.getString("currency"), amount(row, "amount"));
        };
    }

    private static BigDecimal amount(Row row, String column) {
        return new BigDecimal(row.getString(column));
    }
}
