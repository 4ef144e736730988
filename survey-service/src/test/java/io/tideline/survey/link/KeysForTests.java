package io.tideline.survey.link;

import static io.tideline.survey.ServiceForTests.as;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Signing keys as an admin handles them. */
public final class KeysForTests {
    private KeysForTests() {}

    /** A key that is the only one to live. */
    public static SignerForTests only(String tenant) {
        as(tenant, "admin")
                .data("{ signingKeys { keyId revokedAt } }")
                .get("signingKeys")
                .forEach(key -> {
                    if (key.get("revokedAt").isNull()) {
                        revoke(tenant, key.get("keyId").asText());
                    }
                });
        return make(tenant);
    }

    static SignerForTests make(String tenant) {
        JsonNode made = create(tenant);
        return new SignerForTests(
                made.at("/key/keyId").asText(), made.get("secret").asText());
    }

    static JsonNode create(String tenant) {
        return as(tenant, "admin")
                .data(
                        "mutation { createSigningKey(input: {}) { key { keyId createdAt revokedAt } secret userErrors { code } } }")
                .get("createSigningKey");
    }

    static JsonNode revoke(String tenant, String keyId) {
        return as(tenant, "admin")
                .data(
                        "mutation($input: RevokeSigningKeyInput!) { revokeSigningKey(input: $input) { key { keyId revokedAt } userErrors { code } } }",
                        Map.of("input", Map.of("keyId", keyId)))
                .get("revokeSigningKey");
    }
}
