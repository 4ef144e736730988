package io.tideline.customer.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.access.Caller;
import io.tideline.platform.graph.Page;
import io.tideline.platform.graph.PageRequest;
import io.tideline.platform.graph.SegmentInput;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Sql;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads customers. */
@ApplicationScoped
public class CustomerStore {
    private static final String ACQUIRED_UP = Sql.load(CustomerStore.class, "page_by_acquired_up.sql");
    private static final String ACQUIRED_DOWN = Sql.load(CustomerStore.class, "page_by_acquired_down.sql");
    private static final String NAME_UP = Sql.load(CustomerStore.class, "page_by_name_up.sql");
    private static final String NAME_DOWN = Sql.load(CustomerStore.class, "page_by_name_down.sql");
    private static final String EXTERNAL_ID_UP = Sql.load(CustomerStore.class, "page_by_external_id_up.sql");
    private static final String EXTERNAL_ID_DOWN = Sql.load(CustomerStore.class, "page_by_external_id_down.sql");
    private static final String COUNT = Sql.load(CustomerStore.class, "count_customers.sql");
    private static final String BY_ID = Sql.load(CustomerStore.class, "customers_by_id.sql");

    private final Database database;

    CustomerStore(Database database) {
        this.database = database;
    }

    Uni<CustomerConnection> page(CustomerFilter filter, CustomerOrder order, PageRequest request) {
        String cursor = request.cursor();
        CustomerOrder.@Nullable Position behind = cursor == null ? null : order.positionOf(cursor);
        Tuple arguments = arguments(filter)
                .addString(behind == null ? null : behind.key())
                .addUUID(behind == null ? null : behind.id())
                .addInteger(request.size() + 1);
        return database.query(filter.tenant(), statement(order.field(), order.goesUp(request.backward())), arguments)
                .map(CustomerRows::read)
                .map(rows -> CustomerConnection.of(Page.of(rows, request, order::cursorOf), filter));
    }

    Uni<Integer> count(CustomerFilter filter) {
        return database.query(filter.tenant(), COUNT, arguments(filter))
                .map(rows -> rows.iterator().next().getInteger("customers"));
    }

    /** The customers among these ids that the caller sees, by the id asked for. */
    public Uni<Map<UUID, Customer>> byId(Caller caller, Collection<UUID> ids) {
        Tuple arguments = Tuple.tuple()
                .addString(caller.tenant())
                .addArrayOfUUID(ids.toArray(UUID[]::new))
                .addUUID(CustomerFilter.onlyAgent(caller))
                .addUUID(CustomerFilter.onlyTeam(caller));
        return database.query(caller.tenant(), BY_ID, arguments).map(CustomerRows::readByAskedId);
    }

    private static String statement(CustomerOrderField field, boolean up) {
        return switch (field) {
            case ACQUIRED_AT -> up ? ACQUIRED_UP : ACQUIRED_DOWN;
            case NAME -> up ? NAME_UP : NAME_DOWN;
            case EXTERNAL_ID -> up ? EXTERNAL_ID_UP : EXTERNAL_ID_DOWN;
        };
    }

    private static Tuple arguments(CustomerFilter filter) {
        return Tuple.tuple()
                .addString(filter.tenant())
                .addArrayOfString(filter.texts(SegmentInput::markets))
                .addArrayOfString(filter.texts(SegmentInput::languages))
                .addArrayOfString(filter.texts(SegmentInput::sources))
                .addArrayOfUUID(filter.campaigns())
                .addArrayOfUUID(filter.channelAccounts())
                .addArrayOfUUID(filter.teams())
                .addArrayOfUUID(filter.agents())
                .addArrayOfString(filter.texts(SegmentInput::tags))
                .addString(filter.search())
                .addBoolean(filter.searchesNames())
                .addUUID(filter.onlyAgent())
                .addUUID(filter.onlyTeam());
    }
}
