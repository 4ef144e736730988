package io.tideline.funnel.journey;

import io.smallrye.mutiny.Uni;
import io.tideline.funnel.customer.CustomerFilter;
import io.tideline.platform.sql.Sql;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a reading needs beside the journeys, of some customers at a time, so that it holds no more however many there are. */
final class BesideStore {
    private static final String FORMER_CARE = Sql.load(BesideStore.class, "former_care.sql");
    private static final String TAG_CARRIERS = Sql.load(BesideStore.class, "tag_carriers.sql");
    private static final String HELD_VALUES = Sql.load(BesideStore.class, "held_values.sql");

    private final SqlConnection connection;
    private final CustomerFilter filter;
    private final WantedJourneys wanted;
    private final boolean needsCare;

    BesideStore(SqlConnection connection, CustomerFilter filter, WantedJourneys wanted) {
        this.connection = connection;
        this.filter = filter;
        this.wanted = wanted;
        this.needsCare = Matching.needsCare(filter, wanted.dimension());
    }

    String tenant() {
        return filter.tenant();
    }

    Uni<Beside> of(Customers customers) {
        List<String> tags = filter.segment().tags();
        if (!needsCare && tags == null && wanted.properties().isEmpty()) {
            return Uni.createFrom().item(Beside.NOTHING);
        }
        return (needsCare ? care(customers) : Uni.createFrom().item(Map.<UUID, String>of()))
                .flatMap(care -> (tags == null ? Uni.createFrom().<Set<UUID>>nullItem() : carriers(customers, tags))
                        .flatMap(carriers -> properties(customers, 0, new ArrayList<>())
                                .map(properties -> new Beside(care, carriers, properties))));
    }

    private Uni<Map<UUID, String>> care(Customers customers) {
        return connection
                .preparedQuery(FORMER_CARE)
                .execute(customers.addTo(filter.addHoldersTo(Tuple.of(filter.tenant()))))
                .map(rows -> {
                    Map<UUID, String> spells = new HashMap<>();
                    rows.forEach(row -> spells.put(row.getUUID("customer_id"), row.getString("spells")));
                    return spells;
                });
    }

    private Uni<Set<UUID>> carriers(Customers customers, List<String> tags) {
        Tuple arguments = Tuple.of(
                filter.tenant(), tags.toArray(String[]::new), filter.tagsAt().atOffset(ZoneOffset.UTC));
        return connection
                .preparedQuery(TAG_CARRIERS)
                .execute(customers.addTo(arguments))
                .map(rows -> {
                    Set<UUID> carriers = new HashSet<>();
                    var packed = rows.iterator().next().getBuffer("customers");
                    if (packed != null) {
                        CustomerIds.addAll(carriers, packed.getBytes());
                    }
                    return carriers;
                });
    }

    private Uni<List<Map<UUID, Buffer>>> properties(Customers customers, int number, List<Map<UUID, Buffer>> read) {
        return number == wanted.properties().size()
                ? Uni.createFrom().item(read)
                : property(customers, wanted.properties().get(number)).flatMap(values -> {
                    read.add(values);
                    return properties(customers, number + 1, read);
                });
    }

    private Uni<Map<UUID, Buffer>> property(Customers customers, String property) {
        @Nullable List<Integer> names = wanted.names();
        Tuple arguments = Tuple.tuple()
                .addString(filter.tenant())
                .addString(property)
                .addArrayOfInteger(names == null ? null : names.toArray(Integer[]::new))
                .addOffsetDateTime(utc(wanted.from()))
                .addOffsetDateTime(utc(wanted.to()))
                .addInteger(wanted.fromTheBeginning());
        return connection
                .preparedQuery(HELD_VALUES)
                .execute(customers.addTo(filter.addHoldersTo(arguments)))
                .map(rows -> {
                    Map<UUID, Buffer> held = new HashMap<>();
                    rows.forEach(row -> held.put(
                            row.getUUID("customer_id"), row.getBuffer("held").getDelegate()));
                    return held;
                });
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
