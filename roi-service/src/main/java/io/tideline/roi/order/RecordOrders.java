package io.tideline.roi.order;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.Outbox;
import io.tideline.platform.feed.OutboxEvent;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.sql.Database;
import io.tideline.platform.sql.Ids;
import io.tideline.roi.campaign.Campaigns;
import io.tideline.roi.customer.CustomerStore;
import io.tideline.roi.customer.Organisation;
import io.tideline.roi.customer.OrganisationStore;
import io.tideline.roi.request.Batch;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appends orders and refunds, each once for its id, and tells the other services of each and of customers met for the first time. */
@ApplicationScoped
class RecordOrders {
    private final Database database;
    private final OrganisationStore organisations;
    private final CustomerStore customers;
    private final Campaigns campaigns;
    private final OrderStore store;
    private final Outbox outbox;

    RecordOrders(
            Database database,
            OrganisationStore organisations,
            CustomerStore customers,
            Campaigns campaigns,
            OrderStore store,
            Outbox outbox) {
        this.database = database;
        this.organisations = organisations;
        this.customers = customers;
        this.campaigns = campaigns;
        this.store = store;
        this.outbox = outbox;
    }

    Uni<List<RowResult>> run(String tenant, List<ReadRow<OrderRow>> rows) {
        return database.write(tenant, transaction -> within(transaction, tenant, rows));
    }

    Uni<List<RowResult>> within(SqlConnection transaction, String tenant, List<ReadRow<OrderRow>> rows) {
        return meet(transaction, tenant, rows).flatMap(seen -> campaigns
                .meet(transaction, tenant, rows.stream().map(row -> row.value().campaign()))
                .flatMap(met -> organisations.of(transaction, tenant))
                .flatMap(organisation -> store.record(transaction, tenant, organisation, rows)
                        .call(stored ->
                                outbox.append(transaction, tenant, facts(tenant, organisation, seen, rows, stored))))
                .map(stored -> Batch.results(rows, row -> row.id(tenant), stored)));
    }

    private Uni<List<String>> meet(SqlConnection transaction, String tenant, List<ReadRow<OrderRow>> rows) {
        SortedMap<UUID, String> named = new TreeMap<>();
        rows.forEach(
                row -> named.put(row.value().customerId(tenant), row.value().customer()));
        return customers.meet(transaction, tenant, named);
    }

    private static List<OutboxEvent> facts(
            String tenant,
            Organisation organisation,
            List<String> seen,
            List<ReadRow<OrderRow>> rows,
            Set<UUID> stored) {
        List<OutboxEvent> facts = new ArrayList<>();
        Instant now = Instant.now();
        seen.forEach(customer -> facts.add(
                OutboxEvent.of("fact.seen", customer, now, Map.of("kind", "customer", "externalId", customer))));
        Set<UUID> untold = new HashSet<>(stored);
        for (ReadRow<OrderRow> row : rows) {
            UUID id = row.value().id(tenant);
            if (untold.remove(id)) {
                facts.add(new OutboxEvent(
                        Ids.uuid(tenant, "order.recorded", row.value().externalId()),
                        "order.recorded",
                        id.toString(),
                        row.value().at(),
                        data(tenant, organisation, row.value())));
            }
        }
        return facts;
    }

    private static Map<String, @Nullable Object> data(String tenant, Organisation organisation, OrderRow order) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", order.id(tenant));
        data.put("externalId", order.externalId());
        data.put("customer", order.customer());
        data.put("customerId", order.customerId(tenant));
        data.put("at", order.at().toString());
        data.put("amount", order.amount().toPlainString());
        data.put("currency", organisation.currencyOr(order.currency()));
        data.put("campaign", order.campaign());
        data.put("refund", order.refund());
        return data;
    }
}
