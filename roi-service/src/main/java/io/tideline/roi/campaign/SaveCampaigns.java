package io.tideline.roi.campaign;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.ingest.RowStatus;
import io.tideline.platform.sql.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Describes campaigns; of several rows about one campaign the last one stands. */
@ApplicationScoped
class SaveCampaigns {
    private final Database database;
    private final Campaigns campaigns;

    SaveCampaigns(Database database, Campaigns campaigns) {
        this.database = database;
        this.campaigns = campaigns;
    }

    Uni<List<RowResult>> run(String tenant, List<ReadRow<CampaignRow>> rows) {
        return database.write(tenant, transaction -> within(transaction, tenant, rows));
    }

    Uni<List<RowResult>> within(SqlConnection transaction, String tenant, List<ReadRow<CampaignRow>> rows) {
        Map<UUID, CampaignRow> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(row.value().id(tenant), row.value()));
        return campaigns.save(transaction, tenant, last.values()).map(changed -> {
            Map<UUID, Boolean> inserted = changed.stream()
                    .collect(Collectors.toMap(CampaignStore.Changed::id, CampaignStore.Changed::inserted));
            return rows.stream()
                    .map(row -> row.became(status(inserted, row.value().id(tenant))))
                    .toList();
        });
    }

    private static RowStatus status(Map<UUID, Boolean> inserted, UUID id) {
        Boolean isNew = inserted.get(id);
        if (isNew == null) {
            return RowStatus.DUPLICATE;
        }
        return isNew ? RowStatus.ACCEPTED : RowStatus.UPDATED;
    }
}
