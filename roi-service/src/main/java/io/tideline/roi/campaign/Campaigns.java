package io.tideline.roi.campaign;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.Outbox;
import io.tideline.platform.feed.OutboxEvent;
import io.tideline.platform.sql.Ids;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps campaigns in the transaction of whoever speaks of them, and tells the other services what they are called. */
@ApplicationScoped
public class Campaigns {
    private final CampaignStore store;
    private final Outbox outbox;

    Campaigns(CampaignStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /** Makes room for those not known yet. */
    public Uni<Void> meet(SqlConnection transaction, String tenant, Stream<@Nullable String> externalIds) {
        SortedMap<UUID, String> named = new TreeMap<>();
        externalIds
                .filter(Objects::nonNull)
                .distinct()
                .forEach(external -> named.put(Ids.uuid(tenant, "campaign", String.valueOf(external)), external));
        return named.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.meet(transaction, tenant, named).flatMap(met -> tell(transaction, tenant, met));
    }

    Uni<List<CampaignStore.Changed>> save(SqlConnection transaction, String tenant, Collection<CampaignRow> rows) {
        return store.save(transaction, tenant, rows).call(changed -> tell(transaction, tenant, changed));
    }

    private Uni<Void> tell(SqlConnection transaction, String tenant, List<CampaignStore.Changed> changed) {
        Instant now = Instant.now();
        return outbox.append(
                transaction,
                tenant,
                changed.stream().map(campaign -> label(campaign, now)).toList());
    }

    private static OutboxEvent label(CampaignStore.Changed campaign, Instant now) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("kind", "CAMPAIGN");
        data.put("externalId", campaign.externalId());
        data.put("id", campaign.id());
        data.put("name", campaign.label());
        return OutboxEvent.of("label.changed", campaign.id().toString(), now, data);
    }
}
