package io.tideline.local.faults;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of signed visitors of an organisation, made as its own server would, with a key that this makes in the database. */
record TokenOfVisitor(String tenant, String keyId) {
    /** What the service makes secrets of, for {@code tideline.link.key}. */
    static final String LINK_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private static final String SALT = "A".repeat(43);

    static TokenOfVisitor of(FaultGround ground, String tenant, String keyId) throws SQLException {
        ground.run("INSERT INTO signing_key (tenant_id, key_id, salt) VALUES ('" + tenant + "', '" + keyId + "', '"
                + SALT + "')");
        return new TokenOfVisitor(tenant, keyId);
    }

    String until(Instant expires) {
        String claims = "{\"c\":\"visitor\",\"x\":" + expires.getEpochSecond() + "}";
        String signed = "p1." + keyId + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        String secret = hmac(Base64.getDecoder().decode(LINK_KEY), SALT + keyId + '\0' + tenant);
        return signed + "." + hmac(secret.getBytes(StandardCharsets.UTF_8), signed);
    }

    private static String hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
