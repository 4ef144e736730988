package io.tideline.roi.campaign;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.sql.Database;
import io.tideline.roi.customer.OrganisationStore;
import io.tideline.roi.request.Batch;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Appends what ad platforms reported, each row once for its id. */
@ApplicationScoped
class RecordAdSpend {
    private final Database database;
    private final OrganisationStore organisations;
    private final Campaigns campaigns;
    private final AdSpendStore store;

    RecordAdSpend(Database database, OrganisationStore organisations, Campaigns campaigns, AdSpendStore store) {
        this.database = database;
        this.organisations = organisations;
        this.campaigns = campaigns;
        this.store = store;
    }

    Uni<List<RowResult>> run(String tenant, List<ReadRow<AdSpendRow>> rows) {
        return database.write(tenant, transaction -> within(transaction, tenant, rows));
    }

    Uni<List<RowResult>> within(SqlConnection transaction, String tenant, List<ReadRow<AdSpendRow>> rows) {
        return campaigns
                .meet(transaction, tenant, rows.stream().map(row -> row.value().campaign()))
                .flatMap(met -> organisations.of(transaction, tenant))
                .flatMap(organisation -> store.record(transaction, tenant, organisation, rows))
                .map(stored -> Batch.results(rows, row -> row.id(tenant), stored));
    }
}
