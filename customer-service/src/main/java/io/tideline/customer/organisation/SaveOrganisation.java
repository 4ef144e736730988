package io.tideline.customer.organisation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.Outbox;
import io.tideline.platform.feed.OutboxEvent;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.ingest.RowStatus;
import io.tideline.platform.sql.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores an organisation's settings and tells the other services. */
@ApplicationScoped
class SaveOrganisation {
    private final Database database;
    private final OrganisationStore store;
    private final Outbox outbox;

    SaveOrganisation(Database database, OrganisationStore store, Outbox outbox) {
        this.database = database;
        this.store = store;
        this.outbox = outbox;
    }

    Uni<List<RowResult>> run(String tenant, List<ReadRow<OrganisationRow>> rows) {
        return database.write(tenant, transaction -> Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(row -> save(transaction, tenant, row))
                .collect()
                .asList());
    }

    private Uni<RowResult> save(SqlConnection transaction, String tenant, ReadRow<OrganisationRow> row) {
        return store.save(transaction, tenant, row.value())
                .flatMap(saved -> saved.isEmpty()
                        ? Uni.createFrom().item(row.became(RowStatus.DUPLICATE))
                        : outbox.append(
                                        transaction,
                                        tenant,
                                        List.of(changed(tenant, saved.get().organisation())))
                                .replaceWith(row.became(saved.get().isNew() ? RowStatus.ACCEPTED : RowStatus.UPDATED)));
    }

    private static OutboxEvent changed(String tenant, Organisation organisation) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("name", organisation.name());
        data.put("timeZone", organisation.timeZone().toString());
        data.put("currency", organisation.currency().code());
        return OutboxEvent.of("organisation.changed", tenant, Instant.now(), data);
    }
}
