package io.tideline.funnel.result;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.funnel.journey.MomentList;
import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.journey.WantedJourneys;
import io.tideline.funnel.match.Attempt;
import io.tideline.funnel.match.StepOrder;
import io.tideline.platform.error.AppException;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a property of events said when an attempt was seen in a stage. Tags and orders say nothing. */
final class PropertyValues implements StageValues {
    /** A property of more different values, such as an address, makes no groups that anybody could read. */
    static final int MOST = 100;

    private static final String READ = Sql.load(PropertyValues.class, "property_values.sql");

    private final StageCodes codes;
    private final Map<Long, String> texts;
    private final long tolerance;
    private final boolean isAnyOrder;
    /** Place of the property among those of the reading: behind the one to hold. */
    private final int property;

    private PropertyValues(FunnelQuery query, StageCodes codes, Map<Long, String> texts) {
        this.codes = codes;
        this.texts = texts;
        this.tolerance = Math.max(query.options().toleranceMicros(), 0);
        this.property = query.options().hold() == null ? 0 : 1;
        this.isAnyOrder = query.options().orderOrUsual() == StepOrder.ANY_ORDER;
    }

    /** @throws AppException where the property has too many different values */
    static Uni<PropertyValues> read(
            SqlConnection connection, FunnelQuery query, StageCodes codes, String property, WantedJourneys wanted) {
        return texts(connection, query.filter(), property, wanted)
                .map(texts -> new PropertyValues(query, codes, texts));
    }

    private static Uni<Map<Long, String>> texts(
            SqlConnection connection, CustomerFilter filter, String property, WantedJourneys wanted) {
        @Nullable List<Integer> names = wanted.names();
        Tuple arguments = Tuple.tuple()
                .addString(filter.tenant())
                .addString(property)
                .addArrayOfInteger(names == null ? null : names.toArray(Integer[]::new))
                .addOffsetDateTime(wanted.from().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(wanted.to().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .addInteger(MOST + 1);
        return connection.preparedQuery(READ).execute(arguments).map(rows -> {
            if (rows.size() > MOST) {
                throw AppException.badInput(
                        "property", "A property with more than " + MOST + " different values makes no groups.");
            }
            Map<Long, String> texts = new HashMap<>();
            rows.forEach(row -> texts.put(row.getLong("held"), row.getString("shown")));
            return texts;
        });
    }

    @Override
    public String at(PackedJourney packed, Attempt attempt, int stage) {
        MomentList moments = packed.moments();
        long last = attempt.at(stage);
        String found = "";
        for (int at = 0; at < moments.size() && moments.time(at) <= last; at++) {
            boolean isOf = isAnyOrder
                    ? codes.stagesOf(moments.name(at)) != 0
                    : (codes.stagesOf(moments.name(at)) >> stage & 1) != 0;
            if (moments.time(at) >= last - tolerance && isOf) {
                found = texts.getOrDefault(packed.property(property, at), "");
            }
        }
        return found;
    }
}
