package io.tideline.survey.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Work that is dear to do and cheap to check. The door keeps nothing of a challenge, so any replica with the same key knows it again.
 * <pre>
 * terms     = expires "." bits                                    expires in seconds since 1970
 * challenge = terms "." base64url(HMAC-SHA256(key, "proof" 0 terms 0 survey 0 response)) "."
 * proof     = challenge nonce                                     nonce: 1 to 16 digits
 * good      = SHA-256(proof) begins with so many zero bits        2^bits hashes on average
 * </pre>
 */
final class ProofOfWork {
    private static final String HMAC = "HmacSHA256";
    private static final int MOST_BITS = 24;
    private static final Pattern FORM =
            Pattern.compile("(([0-9]{1,12})\\.([0-9]{1,2}))\\.([A-Za-z0-9_-]{43})\\.[0-9]{1,16}");

    private final SecretKeySpec key;
    private final int bits;
    private final Duration validity;

    /** @param bits 0: no work is asked for, and none is taken */
    ProofOfWork(byte[] key, int bits, Duration validity) {
        if (bits < 0 || bits > MOST_BITS) {
            throw new IllegalArgumentException("tideline.door.proof-bits is not within 0 and " + MOST_BITS + ".");
        }
        this.key = new SecretKeySpec(key, HMAC);
        this.bits = bits;
        this.validity = validity;
    }

    /** @param bits that the hash of a proof begins with, all of them zero */
    record Challenge(String text, int bits) {}

    boolean isAsked() {
        return bits > 0;
    }

    Challenge challenge(Proof proof, Instant now) {
        String terms = now.plus(validity).getEpochSecond() + "." + bits;
        return new Challenge(terms + "." + signature(terms, proof) + ".", bits);
    }

    boolean isGood(Proof proof, Instant now) {
        String text = proof.text();
        Matcher form = FORM.matcher(text == null ? "" : text);
        return isAsked()
                && form.matches()
                && Long.parseLong(form.group(2)) > now.getEpochSecond()
                && isSigned(form.group(4), signature(form.group(1), proof))
                && zeroBits(hash(form.group())) >= Integer.parseInt(form.group(3));
    }

    private static boolean isSigned(String given, String right) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.US_ASCII), right.getBytes(StandardCharsets.US_ASCII));
    }

    private String signature(String terms, Proof proof) {
        String bound = String.join("\0", "proof", terms, proof.survey(), proof.response());
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(bound.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static int zeroBits(byte[] hash) {
        int zeros = 0;
        for (byte part : hash) {
            int of = Integer.numberOfLeadingZeros(Byte.toUnsignedInt(part)) - (Integer.SIZE - Byte.SIZE);
            zeros += of;
            if (of < Byte.SIZE) {
                break;
            }
        }
        return zeros;
    }
}
