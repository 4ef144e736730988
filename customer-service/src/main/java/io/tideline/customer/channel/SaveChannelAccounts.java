package io.tideline.customer.channel;

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

/** Stores channel accounts as a batch describes them and tells the other services their names. */
@ApplicationScoped
class SaveChannelAccounts {
    private final Database database;
    private final ChannelStore store;
    private final Outbox outbox;

    SaveChannelAccounts(Database database, ChannelStore store, Outbox outbox) {
        this.database = database;
        this.store = store;
        this.outbox = outbox;
    }

    Uni<List<RowResult>> run(String tenant, List<ReadRow<ChannelAccountRow>> rows) {
        Map<String, ChannelAccountRow> accounts = new LinkedHashMap<>();
        rows.forEach(row -> accounts.merge(row.value().externalId(), row.value(), ChannelAccountRow::and));
        return database.write(tenant, transaction -> store.save(transaction, tenant, accounts.values())
                .call(changed -> outbox.append(
                        transaction,
                        tenant,
                        changed.stream().map(Label::changed).toList()))
                .map(changed -> LabelOutcome.of(rows, ChannelAccountRow::externalId, changed)));
    }
}
