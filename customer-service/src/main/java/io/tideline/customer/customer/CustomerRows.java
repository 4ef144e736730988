package io.tideline.customer.customer;

import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.graph.ReadOnce;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Makes customers of rows; those of one result become peers. */
final class CustomerRows {
    private CustomerRows() {}

    static List<Customer> read(RowSet<Row> rows) {
        Peers peers = peersOf(rows);
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> customer(row, peers))
                .toList();
    }

    static Map<UUID, Customer> readByAskedId(RowSet<Row> rows) {
        Peers peers = peersOf(rows);
        Map<UUID, Customer> customers = new LinkedHashMap<>();
        rows.forEach(row -> customers.put(row.getUUID("asked_id"), customer(row, peers)));
        return customers;
    }

    private static Peers peersOf(RowSet<Row> rows) {
        Set<UUID> members = new HashSet<>();
        Set<UUID> agents = new HashSet<>();
        Set<UUID> channelAccounts = new HashSet<>();
        for (Row row : rows) {
            members.add(row.getUUID("customer_id"));
            members.addAll(List.of(row.getArrayOfUUIDs("absorbed")));
            agents.add(row.getUUID("agent_id"));
            channelAccounts.add(row.getUUID("channel_account_id"));
        }
        agents.remove(null);
        channelAccounts.remove(null);
        return new Peers(members, agents, channelAccounts, new ReadOnce());
    }

    private static Customer customer(Row row, Peers peers) {
        OffsetDateTime acquiredAt = row.getOffsetDateTime("acquired_at");
        return new Customer(
                GlobalId.of(Customer.TYPE, row.getUUID("customer_id")),
                row.getString("external_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("market"),
                row.getString("language"),
                row.getString("source"),
                acquiredAt == null ? null : acquiredAt.toInstant(),
                row.getBoolean("placeholder"),
                links(row, peers));
    }

    private static Links links(Row row, Peers peers) {
        return new Links(
                row.getUUID("customer_id"),
                List.of(row.getArrayOfUUIDs("absorbed")),
                row.getUUID("campaign_id"),
                row.getUUID("agent_id"),
                row.getUUID("team_id"),
                row.getUUID("channel_account_id"),
                row.getString("name_key"),
                peers);
    }
}
