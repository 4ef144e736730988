package io.tideline.customer.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.channel.ChannelAccountRow;
import io.tideline.customer.channel.ChannelStore;
import io.tideline.customer.label.Label;
import io.tideline.customer.team.NameRow;
import io.tideline.customer.team.TeamStore;
import io.tideline.platform.feed.Outbox;
import io.tideline.platform.feed.OutboxEvent;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.sql.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stores customers, and as placeholders the teams, agents and channel accounts that they name first, and tells the other services. */
@ApplicationScoped
class UpsertCustomers {
    private final Database database;
    private final CustomerWrites customers;
    private final TeamStore teams;
    private final ChannelStore channels;
    private final Outbox outbox;

    UpsertCustomers(
            Database database, CustomerWrites customers, TeamStore teams, ChannelStore channels, Outbox outbox) {
        this.database = database;
        this.customers = customers;
        this.teams = teams;
        this.channels = channels;
        this.outbox = outbox;
    }

    Uni<List<RowResult>> run(String tenant, List<ReadRow<CustomerRow>> rows) {
        Map<String, CustomerRow> described = new LinkedHashMap<>();
        rows.forEach(row -> described.merge(row.value().externalId(), row.value(), CustomerRow::and));
        return database.write(tenant, transaction -> save(transaction, tenant, described.values()))
                .map(changed -> CustomerOutcome.of(rows, changed));
    }

    /** @param rows at most one of each customer
     *  @return customers that are new or changed */
    Uni<List<KnownCustomer>> save(SqlConnection transaction, String tenant, Collection<CustomerRow> rows) {
        List<OutboxEvent> told = new ArrayList<>();
        return teams.saveTeams(transaction, tenant, named(rows, CustomerRow::team))
                .invoke(labels -> tell(told, labels))
                .flatMap(saved -> teams.saveAgents(transaction, tenant, named(rows, CustomerRow::agent)))
                .invoke(labels -> tell(told, labels))
                .flatMap(saved -> channels.save(transaction, tenant, namedAccounts(rows)))
                .invoke(labels -> tell(told, labels))
                .flatMap(saved -> customers.save(transaction, tenant, rows))
                .invoke(changed -> changed.forEach(customer -> told.add(customer.changed())))
                .call(changed -> outbox.append(transaction, tenant, told));
    }

    private static void tell(List<OutboxEvent> told, List<Label> labels) {
        labels.forEach(label -> told.add(label.changed()));
    }

    private static List<NameRow> named(
            Collection<CustomerRow> rows, Function<CustomerRow, @Nullable String> externalId) {
        return rows.stream()
                .map(externalId)
                .filter(Objects::nonNull)
                .distinct()
                .map(NameRow::placeholder)
                .toList();
    }

    private static List<ChannelAccountRow> namedAccounts(Collection<CustomerRow> rows) {
        return rows.stream()
                .map(CustomerRow::channelAccount)
                .filter(Objects::nonNull)
                .distinct()
                .map(ChannelAccountRow::placeholder)
                .toList();
    }
}
