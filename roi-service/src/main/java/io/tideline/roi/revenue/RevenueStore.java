package io.tideline.roi.revenue;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.tideline.roi.cut.Asked;
import io.tideline.roi.cut.Cut;
import io.tideline.roi.cut.Place;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders counted and added, by bucket and group. */
@ApplicationScoped
class RevenueStore {
    private static final String FIGURES = Sql.load(RevenueStore.class, "revenue_figures.sql");
    private static final String RHYTHM = Sql.load(RevenueStore.class, "purchase_rhythm.sql");

    private final Database database;

    RevenueStore(Database database) {
        this.database = database;
    }

    Uni<Map<Place, RevenueFigures>> figures(Asked asked, Cut cut) {
        return database.query(asked.segment().tenant(), FIGURES, asked.arguments(cut))
                .map(rows -> {
                    Map<Place, RevenueFigures> found = new HashMap<>();
                    rows.forEach(row -> found.put(place(row), figures(row)));
                    return found;
                });
    }

    Uni<Map<Place, Rhythm>> rhythm(Asked asked, Cut cut) {
        String zone = asked.period().zone().getId();
        return database.query(
                        asked.segment().tenant(), RHYTHM, asked.arguments(cut).addString(zone))
                .map(rows -> {
                    Map<Place, Rhythm> found = new HashMap<>();
                    rows.forEach(row -> found.put(
                            place(row),
                            new Rhythm(
                                    list(row.getArrayOfIntegers("gaps")),
                                    list((LocalDate[]) row.getValue("first_days")),
                                    list(row.getArrayOfIntegers("followed_after")))));
                    return found;
                });
    }

    private static Place place(Row row) {
        return new Place(row.getInteger("bucket"), row.getString("group_key"));
    }

    private static RevenueFigures figures(Row row) {
        String[] currencies = row.getArrayOfStrings("currencies");
        String[] amounts = row.getArrayOfStrings("amounts");
        Long[] orders = row.getArrayOfLongs("order_counts");
        Map<String, RevenueFigures.InCurrency> byCurrency = new HashMap<>();
        for (int i = 0; i < currencies.length; i++) {
            byCurrency.put(currencies[i], new RevenueFigures.InCurrency(new BigDecimal(amounts[i]), orders[i]));
        }
        return new RevenueFigures(
                row.getLong("buyers"),
                row.getLong("repeat_buyers"),
                row.getLong("new_buyers"),
                row.getLong("orders"),
                byCurrency);
    }

    private static <T> List<T> list(T @Nullable [] values) {
        return values == null ? List.of() : Arrays.asList(values);
    }
}
