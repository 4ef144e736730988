package io.tideline.funnel.result;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.funnel.journey.WantedJourneys;
import io.tideline.platform.sql.Sql;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a property that must stay the same says of everybody's moments: 8 bytes a moment, in the order of the journeys of the same snapshot. */
final class HeldValues {
    /** Of a moment without the property. */
    static final long NONE = 0;

    private static final String READ = Sql.load(HeldValues.class, "held_values.sql");

    private final Map<UUID, Buffer> held = new HashMap<>();

    /** @param wanted the moments that the journeys are read for */
    static Uni<HeldValues> read(
            SqlConnection connection, CustomerFilter filter, String property, WantedJourneys wanted) {
        @Nullable List<Integer> names = wanted.names();
        Tuple arguments = Tuple.tuple()
                .addString(filter.tenant())
                .addString(property)
                .addArrayOfInteger(names == null ? null : names.toArray(Integer[]::new))
                .addOffsetDateTime(wanted.from().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(wanted.to().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .addInteger(wanted.fromTheBeginning());
        return connection
                .preparedQuery(READ)
                .execute(filter.addHoldersTo(arguments))
                .map(rows -> {
                    HeldValues values = new HeldValues();
                    rows.forEach(row -> values.held.put(
                            row.getUUID("customer_id"), row.getBuffer("held").getDelegate()));
                    return values;
                });
    }

    /** Of a customer's moment, by its place. */
    long of(UUID customer, int place) {
        Buffer values = held.get(customer);
        return values == null ? NONE : values.getLong(place * Long.BYTES);
    }
}
