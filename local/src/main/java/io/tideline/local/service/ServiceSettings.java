package io.tideline.local.service;

import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The settings file of a service or of the gateway: addresses and secrets, which never stand on a command line. */
final class ServiceSettings {
    /** Above the settings a service brings itself (250), below system properties and the environment (300 and more). */
    private static final String ORDINAL = "275";

    /** A service that ends waits for the reads that others have open: short ones let the platform stop soon. */
    private static final String LONG_POLL = "2s";

    /** Whose facts each service follows. */
    private static final Map<Part, List<Part>> FOLLOWS = Map.of(
            Part.CUSTOMER, List.of(Part.FUNNEL, Part.ROI, Part.SURVEY),
            Part.FUNNEL, List.of(Part.CUSTOMER, Part.ROI),
            Part.ROI, List.of(Part.CUSTOMER),
            Part.SURVEY, List.of(Part.CUSTOMER));

    private final Platform platform;
    private final Settings settings;

    ServiceSettings(Platform platform) {
        this.platform = platform;
        this.settings = platform.settings();
    }

    String text(Part part) {
        Map<String, String> values = new TreeMap<>();
        values.put("config_ordinal", ORDINAL);
        values.put("quarkus.http.host", Settings.HOST);
        values.put("quarkus.http.port", Integer.toString(settings.port(part)));
        values.put("quarkus.management.port", Integer.toString(settings.managementPort(part)));
        values.put("quarkus.log.console.json.enabled", "false");
        values.put("tideline.issuer", settings.issuer());
        values.putAll(startsWithoutKeycloak("quarkus.oidc", "jwks-path", "certs"));
        // Resolved early, each part would wait ten seconds for a Keycloak that starts beside it; nobody forges key ids
        // here.
        values.put("quarkus.oidc.jwks.resolve-early", "false");
        values.put("quarkus.oidc.token.issuer", settings.issuer());
        if (part.isService()) {
            values.putAll(service(part));
        } else {
            values.putAll(gateway());
        }
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private Map<String, String> service(Part part) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("tideline.db.host", Settings.HOST);
        values.put("tideline.db.port", Integer.toString(settings.port(Part.POSTGRES)));
        values.put("tideline.db.name", part.key());
        values.put("tideline.db.password", platform.secrets().databasePassword(part.key() + "_app"));
        values.put("tideline.db.owner-password", platform.secrets().databasePassword(part.key() + "_owner"));
        values.put("tideline.gateway.key", platform.secrets().gatewayKey(part.key()));
        if (part == Part.SURVEY) {
            values.put("tideline.link.key", platform.secrets().linkKey());
            values.put("tideline.link.public-url", settings.url(part));
        }
        values.put("tideline.feed.long-poll", LONG_POLL);
        values.put("tideline.service.secret", platform.secrets().clientSecret("service"));
        values.putAll(startsWithoutKeycloak("quarkus.oidc-client", "token-path", "token"));
        for (Part source : FOLLOWS.getOrDefault(part, List.of())) {
            values.put("tideline.feed.sources." + source.key(), settings.url(source));
        }
        return values;
    }

    private Map<String, String> gateway() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Part service : Part.services()) {
            values.put(
                    "tideline.gateway.keys." + service.key(), platform.secrets().gatewayKey(service.key()));
            values.put("tideline.gateway.subgraphs." + service.key(), settings.url(service) + "/graphql");
        }
        return values;
    }

    /** Names the address that would else be asked of Keycloak at start, so that a service need not wait for it. */
    private static Map<String, String> startsWithoutKeycloak(String prefix, String path, String name) {
        return Map.of(prefix + ".discovery-enabled", "false", prefix + "." + path, "/protocol/openid-connect/" + name);
    }
}
