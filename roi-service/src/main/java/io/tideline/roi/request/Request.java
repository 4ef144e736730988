package io.tideline.roi.request;

import io.tideline.platform.access.Caller;
import io.tideline.platform.error.AppException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A mutation as it was sent.
 *
 * @param subject whose key it is: two people may use the same
 * @param key the sender's key, or null where a repetition is done again
 * @param fingerprint SHA-256 of the input: the same key with another input is a mistake of the sender
 */
public record Request(String tenant, String subject, String operation, @Nullable String key, String fingerprint) {
    private static final int LONGEST_KEY = 200;

    public static Request of(Caller caller, String operation, @Nullable String key, Object input) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY || key.indexOf(0) >= 0)) {
            throw AppException.badInput("idempotencyKey", "A key has 1 to " + LONGEST_KEY + " characters.");
        }
        return new Request(caller.tenant(), caller.subject(), operation, key, sha256(input.toString()));
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
