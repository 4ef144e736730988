package io.tideline.survey.link;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A token as text: kind, id of the key, payload and signature, joined by dots.
 * <pre>
 * l1.KEYID.base64url({"s": public key of the survey, "c": customer id, "x": expires, "j": 128 random bits}).base64url(HMAC-SHA256)
 * p1.KEYID.base64url({"c": customer's external id, "x": expires, "s"?: public key of the only survey}).base64url(HMAC-SHA256)
 * </pre>
 * The signature is over all before its dot, so kind and key cannot be swapped, and it is the only algorithm there is. A link's payload names nobody who
 * does not know the organisation's ids. {@code x} is in seconds since 1970.
 *
 * @param signed what the signature is over
 */
record SignedToken(Kind kind, String keyId, String payload, String signed, String signature) {
    private static final int LONGEST = 1000;
    private static final Pattern FORM =
            Pattern.compile("((l1|p1)\\.([A-Za-z0-9_-]{1,32})\\.([A-Za-z0-9_-]{1,800}))\\.([A-Za-z0-9_-]{43})");

    /** What a token is for. */
    enum Kind {
        /** Opens one survey once, for one customer. */
        LINK("l1"),
        /** Says who looks at a page. */
        PERSON("p1");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /**
     * What a token claims.
     *
     * @param survey public key of the only survey it is for; null for any of the organisation's
     * @param customer id of the customer: ours in a link, the organisation's own in a person
     * @param nonce what makes a link one link; null in a person
     */
    record Claims(@Nullable String survey, String customer, Instant expiresAt, @Nullable String nonce) {}

    static Optional<SignedToken> read(String text) {
        Matcher form = FORM.matcher(text.length() > LONGEST ? "" : text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Kind kind = form.group(2).equals(Kind.LINK.text) ? Kind.LINK : Kind.PERSON;
        return Optional.of(new SignedToken(kind, form.group(3), form.group(4), form.group(1), form.group(5)));
    }

    static String link(String secret, String keyId, Claims claims) {
        JsonObject payload = new JsonObject()
                .put("s", claims.survey())
                .put("c", claims.customer())
                .put("x", claims.expiresAt().getEpochSecond())
                .put("j", claims.nonce());
        String signed = Kind.LINK.text + "." + keyId + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(payload.toBuffer().getBytes());
        return signed + "." + SigningSecrets.sign(secret, signed);
    }

    /** Compares the texts, since two texts of one signature would be two tokens, and takes the same time wherever they differ. */
    boolean isSignedWith(String secret) {
        byte[] right = SigningSecrets.sign(secret, signed).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty where the payload is not what its kind needs. */
    Optional<Claims> claims() {
        try {
            String text = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
            JsonObject fields = new JsonObject(text);
            Object survey = fields.getValue("s");
            Object nonce = fields.getValue("j");
            boolean whole = fields.getValue("c") instanceof String
                    && fields.getValue("x") instanceof Number
                    && (survey == null || survey instanceof String)
                    && (kind == Kind.PERSON || (survey != null && nonce instanceof String));
            return whole
                    ? Optional.of(new Claims(
                            fields.getString("s"),
                            fields.getString("c"),
                            Instant.ofEpochSecond(fields.getLong("x")),
                            nonce instanceof String once ? once : null))
                    : Optional.empty();
        } catch (DecodeException | IllegalArgumentException | java.time.DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
