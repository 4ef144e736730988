package io.tideline.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.Json;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Settings;
import io.tideline.platform.access.Role;
import io.tideline.platform.access.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmFileTest {
    private static final Path ROOT = Path.of(System.getProperty("tideline.root", ".."));
    private static final JsonNode REALM = Json.read(ROOT.resolve("local/src/main/keycloak/tideline-realm.json"));

    private final Path state;

    RealmFileTest(@TempDir Path state) {
        this.state = state;
    }

    @Test
    void composesEachRoleOfTheScopesThatThePlatformGivesIt() {
        Map<String, List<String>> inFile = new TreeMap<>();
        for (JsonNode role : REALM.at("/roles/realm")) {
            if (role.has("composites")) {
                inFile.put(role.path("name").asText(), texts(role.at("/composites/realm")));
            }
        }

        Map<String, List<String>> inPlatform = new TreeMap<>();
        for (Role role : Role.values()) {
            inPlatform.put(
                    role.text(),
                    role.scopes().stream().map(Scope::text).sorted().toList());
        }
        assertThat(inFile).isEqualTo(inPlatform);
    }

    @Test
    void declaresEveryScopeAsARole() {
        List<String> roles = StreamSupport.stream(REALM.at("/roles/realm").spliterator(), false)
                .map(role -> role.path("name").asText())
                .toList();

        assertThat(roles)
                .containsAll(Arrays.stream(Scope.values()).map(Scope::text).toList());
    }

    @Test
    void holdsNoSecret() {
        assertThat(REALM.findValues("credentials")).isEmpty();
        assertThat(REALM.findValues("secret")).isEmpty();
        assertThat(REALM.findValues("secretData")).isEmpty();
    }

    @Test
    void givesEveryUserAPasswordAndEveryMachineASecretInTheCopy() {
        Platform platform = new Platform(Settings.of(
                ROOT, Map.of("TIDELINE_STATE", state.toAbsolutePath().toString(), "TIDELINE_GATEWAY_PORT", "15080")));

        JsonNode copy = Json.parse(RealmCopy.text(platform));

        assertThat(copy.findValues("credentials")).hasSize(10);
        assertThat(copy.findValues("secret")).hasSize(3);
        assertThat(platform.secrets().users())
                .containsOnlyKeys(
                        "executive",
                        "operations",
                        "lead",
                        "agent",
                        "admin",
                        "executive@globex",
                        "operations@globex",
                        "lead@globex",
                        "agent@globex",
                        "admin@globex");
        assertThat(texts(copy.at("/clients/0/redirectUris")))
                .containsExactly("http://127.0.0.1:15080/*", "http://localhost:15080/*");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        texts.sort(null);
        return texts;
    }
}
