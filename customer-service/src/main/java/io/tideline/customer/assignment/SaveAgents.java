package io.tideline.customer.assignment;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.customer.CustomerWrites;
import io.tideline.customer.customer.KnownCustomer;
import io.tideline.customer.label.Label;
import io.tideline.customer.label.LabelOutcome;
import io.tideline.customer.team.NameRow;
import io.tideline.customer.team.TeamStore;
import io.tideline.platform.feed.Outbox;
import io.tideline.platform.feed.OutboxEvent;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.sql.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Stores agents as a batch describes them, moves their customers into their teams, and tells the other services. */
@ApplicationScoped
class SaveAgents {
    private final Database database;
    private final TeamStore teams;
    private final CustomerWrites customers;
    private final Outbox outbox;

    SaveAgents(Database database, TeamStore teams, CustomerWrites customers, Outbox outbox) {
        this.database = database;
        this.teams = teams;
        this.customers = customers;
        this.outbox = outbox;
    }

    Uni<List<RowResult>> run(String tenant, List<ReadRow<NameRow>> rows) {
        Map<String, NameRow> agents = new LinkedHashMap<>();
        rows.forEach(row -> agents.merge(row.value().externalId(), row.value(), NameRow::and));
        return database.write(tenant, transaction -> save(transaction, tenant, agents.values()))
                .map(changed -> LabelOutcome.of(rows, NameRow::externalId, changed));
    }

    private Uni<List<Label>> save(SqlConnection transaction, String tenant, Collection<NameRow> agents) {
        return teams.saveTeams(transaction, tenant, teamsOf(agents))
                .flatMap(newTeams -> teams.saveAgents(transaction, tenant, agents)
                        .call(changed -> customers
                                .followAgents(
                                        transaction,
                                        tenant,
                                        changed.stream().map(Label::id).toList())
                                .flatMap(moved -> outbox.append(transaction, tenant, told(newTeams, changed, moved)))));
    }

    private static List<NameRow> teamsOf(Collection<NameRow> agents) {
        return agents.stream()
                .map(NameRow::team)
                .filter(Objects::nonNull)
                .distinct()
                .map(NameRow::placeholder)
                .toList();
    }

    private static List<OutboxEvent> told(List<Label> newTeams, List<Label> agents, List<KnownCustomer> moved) {
        return Stream.concat(
                        Stream.concat(newTeams.stream(), agents.stream()).map(Label::changed),
                        moved.stream().map(KnownCustomer::changed))
                .toList();
    }
}
