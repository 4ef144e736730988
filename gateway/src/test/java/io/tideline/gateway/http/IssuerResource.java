package io.tideline.gateway.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.tideline.gateway.Supply;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An issuer of tokens that can go away and come back with another key, and a gateway that trusts it. */
public class IssuerResource implements QuarkusTestResourceLifecycleManager {
    /** How often its keys were asked for. */
    static final AtomicInteger KEYS_ASKED = new AtomicInteger();

    static final Duration REFRESH = Duration.ofSeconds(2);

    private static final Vertx VERTX = Vertx.vertx();
    private static @Nullable HttpServer server;
    private static int port;
    private static String keyId = "";
    private static KeyPair keys = newKeys();

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Begins to serve with a new key of this id, where it served before. */
    static void open(String id) {
        keyId = id;
        keys = newKeys();
        HttpServer opened = VERTX.createHttpServer()
                .requestHandler(IssuerResource::answer)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        port = opened.actualPort();
        server = opened;
    }

    static void close() {
        HttpServer open = server;
        if (open != null) {
            open.close().toCompletionStage().toCompletableFuture().join();
        }
        server = null;
    }

    private static String issuer() {
        return "http://127.0.0.1:" + port;
    }

    private static void answer(HttpServerRequest request) {
        request.response().putHeader("Content-Type", "application/json");
        if (request.path().equals("/certs")) {
            KEYS_ASKED.incrementAndGet();
            request.response()
                    .end(new JsonObject()
                            .put("keys", new JsonArray().add(key()))
                            .encode());
        } else {
            request.response()
                    .end(new JsonObject()
                            .put("issuer", issuer())
                            .put("jwks_uri", issuer() + "/certs")
                            .put("token_endpoint", issuer() + "/token")
                            .encode());
        }
    }

    private static JsonObject key() {
        RSAPublicKey open = (RSAPublicKey) keys.getPublic();
        return new JsonObject()
                .put("kid", keyId)
                .put("kty", "RSA")
                .put("alg", "RS256")
                .put("use", "sig")
                .put("n", encode(open.getModulus()))
                .put("e", encode(open.getPublicExponent()));
    }

    private static String encode(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    /** A token signed by the key of now, which names this key id. */
    static String token(String id) {
        return Jwt.claims()
                .issuer(issuer())
                .audience("tideline")
                .subject("someone")
                .claim("realm_access", Map.of("roles", List.of("revenue:read")))
                .expiresIn(Duration.ofMinutes(30))
                .jws()
                .keyId(id)
                .sign(keys.getPrivate());
    }

    @Override
    public Map<String, String> start() {
        open("one");
        try {
            Path file = Files.createTempFile("issuer", ".graphqls");
            Files.writeString(
                    file, Supply.supergraph("type Query @join__type(graph: A) { me: Int @authenticated rates: Int }"));
            return Map.of(
                    "tideline.issuer", issuer(),
                    "quarkus.oidc.auth-server-url", issuer(),
                    "quarkus.oidc.token.forced-jwk-refresh-interval", REFRESH.toString(),
                    "tideline.supergraph", file.toString(),
                    "quarkus.http.test-port", "0");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void stop() {
        close();
    }
}
