package io.tideline.customer.customer;

import io.smallrye.mutiny.Multi;
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
import io.tideline.platform.sql.Ids;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores customers, and as placeholders the teams, agents and channel accounts that they name first, and tells the other services. */
@ApplicationScoped
class UpsertCustomers {
    private final Database database;
    private final CustomerWrites customers;
    private final CustomerValues values;
    private final TeamStore teams;
    private final ChannelStore channels;
    private final Outbox outbox;

    UpsertCustomers(
            Database database,
            CustomerWrites customers,
            CustomerValues values,
            TeamStore teams,
            ChannelStore channels,
            Outbox outbox) {
        this.database = database;
        this.customers = customers;
        this.values = values;
        this.teams = teams;
        this.channels = channels;
        this.outbox = outbox;
    }

    Uni<List<RowResult>> run(String tenant, List<ReadRow<CustomerRow>> rows) {
        List<CustomerRow> described = rows.stream().map(ReadRow::value).toList();
        return database.write(tenant, transaction -> Multi.createFrom()
                        .iterable(CustomerRow.rounds(described))
                        .onItem()
                        .transformToUniAndConcatenate(round -> save(transaction, tenant, round))
                        .collect()
                        .in(ArrayList<KnownCustomer>::new, List::addAll))
                .map(changed -> CustomerOutcome.of(rows, changed));
    }

    /** @param rows at most one of each customer
     *  @return customers that are new or changed, or of whose past something was learned */
    Uni<List<KnownCustomer>> save(SqlConnection transaction, String tenant, Collection<CustomerRow> rows) {
        List<OutboxEvent> told = new ArrayList<>();
        return teams.saveTeams(transaction, tenant, named(rows, CustomerRow::team))
                .invoke(labels -> tell(told, labels))
                .flatMap(saved -> teams.saveAgents(transaction, tenant, named(rows, CustomerRow::agent)))
                .invoke(labels -> tell(told, labels))
                .flatMap(saved -> channels.save(transaction, tenant, namedAccounts(rows)))
                .invoke(labels -> tell(told, labels))
                .flatMap(saved -> store(transaction, tenant, rows, told))
                .call(changed -> outbox.append(transaction, tenant, told));
    }

    private Uni<List<KnownCustomer>> store(
            SqlConnection transaction, String tenant, Collection<CustomerRow> rows, List<OutboxEvent> told) {
        List<UUID> ids = rows.stream()
                .map(row -> Ids.uuid(tenant, Customer.KIND, row.externalId()))
                .toList();
        return customers
                .lock(transaction, tenant, ids)
                .flatMap(locked -> values.note(transaction, tenant, withPast(tenant, rows, locked.keySet())))
                .flatMap(past -> customers
                        .save(
                                transaction,
                                tenant,
                                rows.stream()
                                        .map(row -> past.current(tenant, row))
                                        .toList())
                        .flatMap(changed -> withLearned(transaction, tenant, changed, past))
                        .invoke(changed -> changed.forEach(customer ->
                                told.add(customer.changed(past.noted().getOrDefault(customer.id(), List.of()))))));
    }

    /** Rows that may say something of the past: undated ones of new customers do not. */
    private static List<CustomerRow> withPast(String tenant, Collection<CustomerRow> rows, Set<UUID> known) {
        return rows.stream()
                .filter(row ->
                        row.changedAt() != null || known.contains(Ids.uuid(tenant, Customer.KIND, row.externalId())))
                .toList();
    }

    /** Adds those who are as they were, but of whose past something was learned. */
    private Uni<List<KnownCustomer>> withLearned(
            SqlConnection transaction, String tenant, List<KnownCustomer> changed, CustomerValues.Noted past) {
        Set<UUID> learned = new LinkedHashSet<>(past.noted().keySet());
        changed.forEach(customer -> learned.remove(customer.id()));
        return customers
                .known(transaction, tenant, learned)
                .map(others -> Stream.concat(changed.stream(), others.stream()).toList());
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
