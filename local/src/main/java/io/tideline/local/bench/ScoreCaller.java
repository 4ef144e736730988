package io.tideline.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.bench.answers.DoorProcess;
import io.tideline.local.platform.Json;
import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Settings;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Asks a survey-service as the gateway does for an executive, with a token signed by a key of its own in the identity provider's place. */
final class ScoreCaller {
    private static final String ISSUER = "https://bench.test/realms/tideline";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LIFE = Duration.ofHours(12);
    private static final int KEY_BITS = 2048;
    private static final int ASSERTED_SECONDS = 60;
    private static final Base64.Encoder PLAIN = Base64.getUrlEncoder().withoutPadding();

    private final Platform platform;
    private final KeyPair keys;
    private final String token;

    ScoreCaller(Platform platform, String tenant) {
        this.platform = platform;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            this.keys = generator.generateKeyPair();
            this.token = token(tenant);
        } catch (GeneralSecurityException e) {
            throw new LocalException("this JVM signs no tokens", e);
        }
    }

    /** What the service has to be told so that it believes this caller. */
    Map<String, String> settings() {
        return Map.of(
                "quarkus.oidc.auth-server-url",
                "",
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()),
                "quarkus.oidc.token.issuer",
                ISSUER);
    }

    /** The data of an answer without errors. */
    JsonNode ask(DoorProcess service, String query) {
        byte[] body = Json.print(Map.of("query", query)).getBytes(StandardCharsets.UTF_8);
        String assertion = assertion(platform.secrets().gatewayKey(Part.SURVEY.key()), body, Instant.now());
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + Settings.HOST + ":" + service.port() + "/graphql"))
                .header("Authorization", "Bearer " + token)
                .header("Tideline-Assertion", assertion)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        String text = platform.send(request).body();
        JsonNode answer = Json.parse(text);
        if (answer.hasNonNull("errors") || !answer.hasNonNull("data")) {
            throw new LocalException("the survey-service answers " + text);
        }
        return answer.get("data");
    }

    private String token(String tenant) throws GeneralSecurityException {
        Instant now = Instant.now();
        String claims = part(Map.of("alg", "RS256", "typ", "JWT")) + "."
                + part(Map.of(
                        "iss",
                        ISSUER,
                        "aud",
                        "tideline",
                        "sub",
                        "bench",
                        "typ",
                        "Bearer",
                        "tenant",
                        tenant,
                        "region",
                        "eu",
                        "realm_access",
                        Map.of("roles", List.of("executive", "satisfaction:read")),
                        "iat",
                        now.getEpochSecond(),
                        "exp",
                        now.plus(LIFE).getEpochSecond()));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(claims.getBytes(StandardCharsets.US_ASCII));
        return claims + "." + PLAIN.encodeToString(signature.sign());
    }

    /** What the gateway signs over a body that it sends to the survey-service. */
    static String assertion(String base64Key, byte[] body, Instant now) {
        try {
            String sha =
                    PLAIN.encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
            long issued = now.getEpochSecond();
            String claims = "{\"aud\":\"survey\",\"iat\":" + issued + ",\"exp\":" + (issued + ASSERTED_SECONDS)
                    + ",\"sha\":\"" + sha + "\"}";
            String signed = part("{\"alg\":\"HS256\"}") + "." + part(claims);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(base64Key.trim()), "HmacSHA256"));
            return signed + "." + PLAIN.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new LocalException("this JVM signs nothing", e);
        }
    }

    private static String part(String text) {
        return PLAIN.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String part(Map<String, ?> claims) {
        return part(Json.print(claims));
    }
}
