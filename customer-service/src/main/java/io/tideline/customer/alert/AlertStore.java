package io.tideline.customer.alert;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.customer.CustomerFilter;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.Cursor;
import io.tideline.platform.graph.Page;
import io.tideline.platform.graph.PageRequest;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads alerts. */
@ApplicationScoped
class AlertStore {
    private static final String PAGE = Sql.load(AlertStore.class, "page_of_alerts.sql");
    private static final String BY_ID = Sql.load(AlertStore.class, "alerts_by_id.sql");
    private static final String OPEN = Sql.load(AlertStore.class, "open_alerts.sql");

    private final Database database;

    AlertStore(Database database) {
        this.database = database;
    }

    /** The row a page goes on behind. */
    private record Position(Instant raisedAt, UUID id) {
        static Position of(String cursor) {
            List<String> parts = Cursor.decode(cursor, 2);
            try {
                return new Position(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
            } catch (DateTimeException | IllegalArgumentException foreign) {
                throw Cursor.invalid();
            }
        }

        static String cursorOf(Alert alert) {
            return Cursor.encode(alert.raisedAt(), alert.links().alert());
        }
    }

    Uni<AlertConnection> page(Caller caller, @Nullable List<@Nullable AlertStatus> statuses, PageRequest request) {
        String cursor = request.cursor();
        Position behind = cursor == null ? null : Position.of(cursor);
        Tuple arguments = Tuple.tuple()
                .addString(caller.tenant())
                .addArrayOfString(statuses == null ? null : names(statuses))
                .addUUID(CustomerFilter.onlyAgent(caller))
                .addUUID(CustomerFilter.onlyTeam(caller))
                .addOffsetDateTime(behind == null ? null : behind.raisedAt().atOffset(ZoneOffset.UTC))
                .addUUID(behind == null ? null : behind.id())
                .addInteger(request.size() + 1);
        return database.query(caller.tenant(), PAGE, arguments)
                .map(AlertRows::read)
                .map(rows -> AlertConnection.of(Page.of(rows, request, Position::cursorOf)));
    }

    /** The alert, where the caller sees it. */
    Uni<Optional<Alert>> find(Caller caller, UUID id) {
        Tuple arguments = Tuple.tuple()
                .addString(caller.tenant())
                .addArrayOfUUID(new UUID[] {id})
                .addUUID(CustomerFilter.onlyAgent(caller))
                .addUUID(CustomerFilter.onlyTeam(caller));
        return database.query(caller.tenant(), BY_ID, arguments)
                .map(AlertRows::read)
                .map(found -> found.stream().findFirst());
    }

    /** Alerts that are not closed, of customers that the caller sees. */
    Uni<List<Alert>> open(String tenant, Collection<UUID> customers) {
        Tuple arguments = Tuple.tuple().addString(tenant).addArrayOfUUID(customers.toArray(UUID[]::new));
        return database.query(tenant, OPEN, arguments).map(AlertRows::read);
    }

    private static String[] names(List<@Nullable AlertStatus> statuses) {
        return statuses.stream().filter(Objects::nonNull).map(Enum::name).toArray(String[]::new);
    }
}
