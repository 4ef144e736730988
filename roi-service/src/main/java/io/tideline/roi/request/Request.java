package io.tideline.roi.request;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A mutation as it was sent.
 *
 * @param key the sender's key, or null where a repetition is done again
 * @param fingerprint SHA-256 of the input: the same key with another input is a mistake of the sender
 */
public record Request(String tenant, String operation, @Nullable String key, String fingerprint) {

    public static Request of(String tenant, String operation, @Nullable String key, Object input) {
        return new Request(tenant, operation, key, sha256(input.toString()));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
