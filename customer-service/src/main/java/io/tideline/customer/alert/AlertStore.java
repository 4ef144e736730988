package io.tideline.customer.alert;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.customer.CustomerFilter;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.Cursor;
import io.tideline.platform.graph.Page;
import io.tideline.platform.graph.PageRequest;
import io.tideline.platform.graph.TimePosition;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
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

    Uni<AlertConnection> page(Caller caller, @Nullable List<@Nullable AlertStatus> statuses, PageRequest request) {
        TimePosition behind = TimePosition.of(request.cursor());
        Tuple arguments = Tuple.tuple()
                .addString(caller.tenant())
                .addArrayOfString(statuses == null ? null : names(statuses))
                .addUUID(CustomerFilter.onlyAgent(caller))
                .addUUID(CustomerFilter.onlyTeam(caller))
                .addOffsetDateTime(behind.at())
                .addUUID(behind.id())
                .addInteger(request.size() + 1);
        return database.query(caller.tenant(), PAGE, arguments)
                .map(AlertRows::read)
                .map(rows -> AlertConnection.of(Page.of(rows, request, AlertStore::cursor)));
    }

    private static String cursor(Alert alert) {
        return Cursor.encode(alert.raisedAt(), alert.links().alert());
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
