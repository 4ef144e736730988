package io.tideline.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Everything a service needs to run in a test: its own fresh database on the shared server, keys for tokens and for the gateway's assertion. Init argument
 * {@code name}: the service's short name, as in {@code customer}.
 */
public class ServiceTestResource implements QuarkusTestResourceLifecycleManager {
    public static final String ISSUER = "https://issuer.test/realms/tideline";

    private String name = "";

    @Override
    public void init(Map<String, String> arguments) {
        name = arguments.getOrDefault("name", "");
    }

    @Override
    public Map<String, String> start() {
        int port = PostgresForTests.start();
        PostgresForTests.createDatabase(name);
        System.setProperty("tideline.test.service", name);
        Map<String, String> config = new HashMap<>();
        config.put("tideline.db.port", String.valueOf(port));
        config.put("tideline.db.password", "unused");
        config.put("tideline.db.owner-password", "unused");
        config.put("tideline.gateway.key", TestKeys.gatewayKey());
        if (name.equals("survey")) {
            config.put("tideline.link.key", TestKeys.gatewayKey());
        }
        config.putAll(tokens());
        config.put("quarkus.oidc-client.client-enabled", "false");
        config.put("quarkus.http.test-port", "0");
        return config;
    }

    /** Settings under which tokens of {@link TokenForTests} are accepted without an identity provider. */
    public static Map<String, String> tokens() {
        return Map.of(
                "quarkus.oidc.auth-server-url",
                "",
                "quarkus.oidc.public-key",
                TestKeys.publicKey(),
                "quarkus.oidc.token.issuer",
                ISSUER);
    }

    @Override
    public void stop() {}
}
