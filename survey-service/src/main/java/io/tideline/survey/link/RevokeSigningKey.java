package io.tideline.survey.link;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends a signing key at once: no link and no identity that it signed is believed from then on. */
@ApplicationScoped
class RevokeSigningKey {
    private final Database database;
    private final LinkStore store;

    RevokeSigningKey(Database database, LinkStore store) {
        this.database = database;
        this.store = store;
    }

    Uni<RevokeSigningKeyPayload> run(String tenant, String keyId) {
        return database.write(tenant, transaction -> store.lock(transaction, tenant)
                .flatMap(locked -> store.revoke(transaction, tenant, keyId))
                .map(RevokeSigningKeyPayload::of));
    }
}
