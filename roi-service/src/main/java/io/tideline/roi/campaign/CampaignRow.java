package io.tideline.roi.campaign;

import io.tideline.platform.ingest.IngestRow;
import io.tideline.platform.sql.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign as it was sent; what is null stays as it is. */
record CampaignRow(
        String externalId,
        @Nullable String name,
        @Nullable Instant startedAt,
        @Nullable String channelAccount,
        @Nullable String template,
        @Nullable Long sends) {

    static CampaignRow read(IngestRow row) {
        return new CampaignRow(
                row.requiredKey("id"),
                row.text("name"),
                row.instant("started_at"),
                row.key("channel_account"),
                row.text("template"),
                Amounts.count(row, "sends"));
    }

    UUID id(String tenant) {
        return Ids.uuid(tenant, "campaign", externalId);
    }

    @Nullable
    UUID channelAccountId(String tenant) {
        return channelAccount == null ? null : Ids.uuid(tenant, "channelAccount", channelAccount);
    }
}
