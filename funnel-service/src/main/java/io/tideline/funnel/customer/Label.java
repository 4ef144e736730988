package io.tideline.funnel.customer;

import io.tideline.platform.sql.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that customers are grouped by.
 *
 * @param name null where only the external id has been heard of
 */
record Label(Kind kind, UUID id, String externalId, @Nullable String name) {
    /** What is labelled, with the word that ids are made from. */
    enum Kind {
        AGENT("agent"),
        TEAM("team"),
        CHANNEL_ACCOUNT("channelAccount"),
        CAMPAIGN("campaign");

        private final String idKind;

        Kind(String idKind) {
            this.idKind = idKind;
        }

        @Nullable
        Label unnamed(String tenant, @Nullable String externalId) {
            return externalId == null ? null : new Label(this, Ids.uuid(tenant, idKind, externalId), externalId, null);
        }
    }

    static @Nullable UUID idOf(@Nullable Label label) {
        return label == null ? null : label.id();
    }
}
