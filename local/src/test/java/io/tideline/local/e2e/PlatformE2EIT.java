package io.tideline.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.Json;
import io.tideline.local.platform.Part;
import io.tideline.local.process.Journal;
import io.tideline.local.process.Ports;
import io.tideline.local.process.RunningPart;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformE2EIT {
    @RegisterExtension
    static final RunningPlatform platform = RunningPlatform.shared();

    private final Path folder;

    PlatformE2EIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void showsEveryPartReady() {
        RunningPlatform.Outcome status = platform.run("status");

        assertThat(status.code()).as(status.output()).isZero();
        for (Part part : Part.values()) {
            assertThat(status.output()).containsPattern("(?m)^" + part.key() + " +ready ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "executive,          acme,   eu, Europe/Berlin,    executive,  kpi:strategic, , ",
        "operations,         acme,   eu, Europe/Berlin,    operations, campaign:write, , ",
        "lead,               acme,   eu, Europe/Berlin,    lead,       team:read, team-eu-1, ",
        "agent,              acme,   eu, Europe/Berlin,    agent,      self:read, team-eu-1, agent-001",
        "admin,              acme,   eu, Europe/Berlin,    admin,      settings:write, , ",
        "agent@globex,       globex, us, America/New_York, agent,      self:read, team-us-1, agent-101",
        "integration,        acme,   eu, Europe/Berlin,    integration, ingest:write, , ",
        "integration@globex, globex, us, America/New_York, integration, ingest:write, , ",
    })
    void signsWhoTheCallerIs(
            String user,
            String tenant,
            String region,
            String zone,
            String role,
            String scope,
            String team,
            String agent) {
        JsonNode claims = claims(platform.run("token", user).output());

        assertThat(claims.path("iss").asText())
                .isEqualTo(platform.platform().settings().issuer());
        assertThat(claims.path("aud").asText()).isEqualTo("tideline");
        assertThat(claims.path("sub").asText()).isNotEmpty();
        assertThat(claims.path("tenant").asText()).isEqualTo(tenant);
        assertThat(claims.path("region").asText()).isEqualTo(region);
        assertThat(claims.path("zoneinfo").asText()).isEqualTo(zone);
        assertThat(claims.path("team").asText(null)).isEqualTo(team);
        assertThat(claims.path("agent").asText(null)).isEqualTo(agent);
        assertThat(claims.at("/realm_access/roles"))
                .extracting(JsonNode::asText)
                .contains(role, scope);
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(1800);
    }

    @ParameterizedTest
    @CsvSource({
        "executive, acme",
        "operations, acme",
        "lead, acme",
        "agent, acme",
        "admin, acme",
        "agent@globex, globex"
    })
    void answersEachUserThroughTheGateway(String user, String tenant) {
        JsonNode answer = platform.graphql(user, "{ me { tenant roles } }");

        assertThat(answer.at("/data/me/tenant").asText()).as(answer.toString()).isEqualTo(tenant);
        assertThat(answer.at("/data/me/roles"))
                .extracting(JsonNode::asText)
                .containsExactly(user.replace("@globex", ""));
    }

    @Test
    void noticesAKilledServiceAndRepairsIt() throws Exception {
        RunningPart survey = part(Part.SURVEY);
        new ProcessBuilder("kill", "-9", Long.toString(survey.pid())).start().waitFor();
        while (survey.isAlive()) {
            Thread.sleep(20);
        }

        RunningPlatform.Outcome broken = platform.run("status");
        RunningPlatform.Outcome repair = platform.run("up", "--detach", "--no-demo");
        RunningPlatform.Outcome whole = platform.run("status");

        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.output()).containsPattern("(?m)^survey +dead ");
        assertThat(repair.code()).as(repair.output()).isZero();
        assertThat(repair.output()).contains("survey is gone").doesNotContain("roi       ready");
        assertThat(whole.code()).as(whole.output()).isZero();
        assertThat(part(Part.SURVEY).pid()).isNotEqualTo(survey.pid());
    }

    @Test
    void namesATakenPortBeforeAnythingStarts() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> settings = new HashMap<>();
            settings.put("TIDELINE_STATE", folder.toString());
            Ports.free().forEach((variable, port) -> settings.put(variable, port.toString()));
            settings.put("TIDELINE_FUNNEL_PORT", Integer.toString(other.getLocalPort()));

            RunningPlatform.Outcome refused = platform.run(settings, "up", "--detach", "--no-demo");

            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.output())
                    .contains("port " + other.getLocalPort() + " for funnel is taken")
                    .contains("TIDELINE_FUNNEL_PORT");
            assertThat(platform.run(settings, "status").code()).isEqualTo(3);
        }
    }

    @Test
    void showsNoSecretOnCommandLinesOrInEnvironments() throws Exception {
        Path secrets = platform.platform().settings().secrets();
        for (Part part : Part.values()) {
            Path process = Path.of("/proc", Long.toString(part(part).pid()));
            String visible =
                    Files.readString(process.resolve("cmdline")) + Files.readString(process.resolve("environ"));

            for (String kind : List.of("users", "clients", "database", "keys")) {
                for (JsonNode secret : Json.read(secrets.resolve(kind + ".json"))) {
                    assertThat(visible).doesNotContain(secret.asText());
                }
            }
        }
    }

    private static RunningPart part(Part part) {
        return new Journal(platform.platform().settings().state()).find(part).orElseThrow();
    }

    private static JsonNode claims(String token) {
        String payload = token.strip().split("\\.")[1];
        return Json.parse(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }
}
