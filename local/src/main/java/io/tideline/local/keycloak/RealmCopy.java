package io.tideline.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.local.platform.Json;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import java.nio.file.Path;

/** The realm file of the repository completed with what it must not hold: passwords, secrets and this machine's addresses. */
final class RealmCopy {
    private static final String DEFAULT_PORT = ":" + Part.GATEWAY.defaultPort() + "/";

    private RealmCopy() {}

    static Path source(Platform platform) {
        return platform.settings().root().resolve("local/src/main/keycloak/tideline-realm.json");
    }

    static String text(Platform platform) {
        ObjectNode realm = (ObjectNode) Json.read(source(platform));
        for (JsonNode user : realm.path("users")) {
            if (!user.has("serviceAccountClientId")) {
                givePassword((ObjectNode) user, platform);
            }
        }
        for (JsonNode client : realm.path("clients")) {
            if (!client.path("publicClient").asBoolean()) {
                String id = client.path("clientId").asText();
                ((ObjectNode) client).put("secret", platform.secrets().clientSecret(id));
            }
            moveRedirects((ObjectNode) client, platform);
        }
        return Json.print(realm);
    }

    private static void givePassword(ObjectNode user, Platform platform) {
        String name = user.path("username").asText();
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", platform.secrets().userPassword(name))
                .put("temporary", false);
    }

    private static void moveRedirects(ObjectNode client, Platform platform) {
        JsonNode redirects = client.path("redirectUris");
        if (redirects.isEmpty()) {
            return;
        }
        ArrayNode moved = client.putArray("redirectUris");
        String port = ":" + platform.settings().port(Part.GATEWAY) + "/";
        redirects.forEach(uri -> moved.add(uri.asText().replace(DEFAULT_PORT, port)));
    }
}
