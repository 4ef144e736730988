package io.tideline.survey.link;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.sql.Database;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** Makes a signing key. Two may live at once, so that a key can be replaced without a gap; a third waits until one is revoked. */
@ApplicationScoped
class CreateSigningKey {
    static final int MOST_LIVE = 2;

    private static final int ID_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final LinkStore store;
    private final SigningSecrets secrets;

    CreateSigningKey(Database database, LinkStore store, SigningSecrets secrets) {
        this.database = database;
        this.store = store;
        this.secrets = secrets;
    }

    Uni<CreateSigningKeyPayload> run(String tenant) {
        return database.write(tenant, transaction -> store.lock(transaction, tenant)
                .flatMap(locked -> store.keys(transaction, tenant))
                .flatMap(keys -> keys.stream().filter(SigningKey::isLive).count() < MOST_LIVE
                        ? add(transaction, tenant)
                        : Uni.createFrom().item(CreateSigningKeyPayload.tooMany())));
    }

    private Uni<CreateSigningKeyPayload> add(SqlConnection transaction, String tenant) {
        String keyId = random(ID_BYTES);
        String salt = random(SigningSecrets.SALT_BYTES);
        return store.add(transaction, tenant, keyId, salt)
                .map(key -> new CreateSigningKeyPayload(key, secrets.secret(tenant, keyId, salt), List.of()));
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
