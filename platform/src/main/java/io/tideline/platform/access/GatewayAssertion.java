package io.tideline.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's proof that a subgraph request comes from it: a compact JWS (HS256) over audience, a minute's life and the SHA-256 of the body.
 * Each subgraph shares its own key with the gateway, so one subgraph cannot speak to another in the gateway's name.
 */
public final class GatewayAssertion {
    /** Name of the HTTP header that carries it. */
    public static final String HEADER = "Tideline-Assertion";

    /** Seconds an assertion lives; a replay later is refused. */
    public static final long LIFE_SECONDS = 60;

    private static final long CLOCK_LEEWAY_SECONDS = 5;
    private static final int MIN_KEY_BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEAD = BASE64.encodeToString("{\"alg\":\"HS256\"}".getBytes(StandardCharsets.US_ASCII));
    private static final Pattern CLAIMS = Pattern.compile(
            "\\{\"aud\":\"([a-z-]{1,40})\",\"iat\":(\\d{1,12}),\"exp\":(\\d{1,12}),\"sha\":\"([\\w-]{43})\"}");

    private final String audience;
    private final SecretKeySpec key;

    /**
     * @param audience name of the subgraph
     * @param base64Key the key shared by gateway and subgraph, at least 32 bytes
     */
    public GatewayAssertion(String audience, String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key.trim());
        if (bytes.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("The gateway key of " + audience + " has less than 32 bytes.");
        }
        this.audience = audience;
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /**
     * What is signed in place of a body where a WebSocket is opened: the assertion holds for this caller's token alone,
     * and for no request with a body.
     */
    public static byte[] connection(@Nullable String authorization) {
        return ("websocket\n" + (authorization == null ? "" : authorization)).getBytes(StandardCharsets.UTF_8);
    }

    public String sign(byte[] body, Instant now) {
        long issued = now.getEpochSecond();
        String claims = "{\"aud\":\"" + audience + "\",\"iat\":" + issued + ",\"exp\":" + (issued + LIFE_SECONDS)
                + ",\"sha\":\"" + BASE64.encodeToString(sha256(body)) + "\"}";
        String signed = HEAD + "." + BASE64.encodeToString(claims.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64.encodeToString(mac(signed));
    }

    /** Whether the assertion is the gateway's, for this subgraph, for this body, and still alive. */
    public boolean isValid(String assertion, byte[] body, Instant now) {
        int dot = assertion.lastIndexOf('.');
        if (dot < 0 || !assertion.startsWith(HEAD + ".")) {
            return false;
        }
        try {
            byte[] given = Base64.getUrlDecoder().decode(assertion.substring(dot + 1));
            if (!MessageDigest.isEqual(given, mac(assertion.substring(0, dot)))) {
                return false;
            }
            String claims = new String(
                    Base64.getUrlDecoder().decode(assertion.substring(HEAD.length() + 1, dot)),
                    StandardCharsets.US_ASCII);
            return holds(CLAIMS.matcher(claims), body, now.getEpochSecond());
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private boolean holds(Matcher claims, byte[] body, long now) {
        return claims.matches()
                && claims.group(1).equals(audience)
                && Long.parseLong(claims.group(2)) <= now + CLOCK_LEEWAY_SECONDS
                && Long.parseLong(claims.group(3)) > now
                && claims.group(4).equals(BASE64.encodeToString(sha256(body)));
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
