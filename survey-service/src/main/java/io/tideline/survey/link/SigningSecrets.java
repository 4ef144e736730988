package io.tideline.survey.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets of signing keys. They are never stored: each is made of the service's key and a salt of its own.
 * <pre>secret = HMAC-SHA256(tideline.link.key, salt | key id | 0 | tenant)</pre>
 */
@ApplicationScoped
class SigningSecrets {
    /** Random bytes that the database holds of a signing key. */
    static final int SALT_BYTES = 32;

    private static final String HMAC = "HmacSHA256";
    private static final int LEAST_BYTES = 32;

    private final byte[] key;

    SigningSecrets(LinkConfig config) {
        key = Base64.getDecoder().decode(config.key());
        if (key.length < LEAST_BYTES) {
            throw new IllegalArgumentException("tideline.link.key has less than " + LEAST_BYTES + " bytes.");
        }
    }

    /** The secret as its organisation gets to see it once: 43 characters, whose bytes as text are the key of the HMAC. */
    String secret(String tenant, String keyId, String salt) {
        return sign(
                key, salt.getBytes(StandardCharsets.UTF_8), (keyId + '\0' + tenant).getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SHA256 of a text under a secret, as unpadded base64url. */
    static String sign(String secret, String text) {
        return sign(secret.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sign(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
