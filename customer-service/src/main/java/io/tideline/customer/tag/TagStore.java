package io.tideline.customer.tag;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tags that customers carry. */
@ApplicationScoped
class TagStore {
    private static final String READ = Sql.load(TagStore.class, "tag_intervals.sql");
    private static final String TO_CHANGE = Sql.load(TagStore.class, "intervals_to_change.sql");
    private static final String SAVE = Sql.load(TagStore.class, "save_tag_intervals.sql");

    private final Database database;

    TagStore(Database database) {
        this.database = database;
    }

    /** Intervals by customer, oldest first. */
    Uni<Map<UUID, List<TagInterval>>> of(String tenant, Collection<UUID> customers) {
        Tuple arguments = Tuple.tuple().addString(tenant).addArrayOfUUID(customers.toArray(UUID[]::new));
        return database.query(tenant, READ, arguments).map(TagStore::byCustomer);
    }

    /** A tag of a customer, whose intervals live together. */
    record Place(UUID customer, String tag) {}

    /** All intervals at these places by customer; the customers are locked. */
    Uni<Map<UUID, List<TagInterval>>> toChange(SqlConnection transaction, String tenant, Collection<Place> places) {
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(places.stream().map(Place::customer).toArray(UUID[]::new))
                .addArrayOfString(places.stream().map(Place::tag).toArray(String[]::new));
        return transaction.preparedQuery(TO_CHANGE).execute(arguments).map(TagStore::byCustomer);
    }

    Uni<Void> save(SqlConnection transaction, String tenant, List<CarriedTag> tags) {
        if (tags.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple arguments = Tuple.tuple()
                .addString(tenant)
                .addArrayOfUUID(tags.stream().map(tag -> tag.eventId(tenant)).toArray(UUID[]::new))
                .addArrayOfUUID(tags.stream().map(CarriedTag::customer).toArray(UUID[]::new))
                .addArrayOfString(tags.stream().map(tag -> tag.interval().tag()).toArray(String[]::new))
                .addArrayOfOffsetDateTime(
                        tags.stream().map(tag -> utc(tag.interval().from())).toArray(OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(
                        tags.stream().map(tag -> utc(tag.interval().until())).toArray(OffsetDateTime[]::new));
        return transaction.preparedQuery(SAVE).execute(arguments).replaceWithVoid();
    }

    private static Map<UUID, List<TagInterval>> byCustomer(RowSet<Row> rows) {
        Map<UUID, List<TagInterval>> tags = new HashMap<>();
        for (Row row : rows) {
            OffsetDateTime left = row.getOffsetDateTime("left_at");
            tags.computeIfAbsent(row.getUUID("customer_id"), customer -> new ArrayList<>())
                    .add(new TagInterval(
                            row.getString("tag"),
                            row.getOffsetDateTime("entered_at").toInstant(),
                            left == null ? null : left.toInstant()));
        }
        return tags;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
