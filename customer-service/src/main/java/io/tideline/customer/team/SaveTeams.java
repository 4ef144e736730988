package io.tideline.customer.team;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.label.Label;
import io.tideline.customer.label.LabelOutcome;
import io.tideline.platform.feed.Outbox;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores teams as a batch describes them and tells the other services their names. */
@ApplicationScoped
class SaveTeams {
    private final Database database;
    private final TeamStore store;
    private final Outbox outbox;

    SaveTeams(Database database, TeamStore store, Outbox outbox) {
        this.database = database;
        this.store = store;
        this.outbox = outbox;
    }

    Uni<List<RowResult>> run(String tenant, List<ReadRow<NameRow>> rows) {
        Map<String, NameRow> teams = new LinkedHashMap<>();
        rows.forEach(row -> teams.merge(row.value().externalId(), row.value(), NameRow::and));
        return database.write(tenant, transaction -> store.saveTeams(transaction, tenant, teams.values())
                .call(changed -> outbox.append(
                        transaction,
                        tenant,
                        changed.stream().map(Label::changed).toList()))
                .map(changed -> LabelOutcome.of(rows, NameRow::externalId, changed)));
    }
}
