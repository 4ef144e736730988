package io.tideline.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.local.platform.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The clients that front ends use, unchanged from the registry, against the running platform. Needs Node and its registry. */
class ClientsE2EIT {
    private static final Path HOME = Path.of("target/clients").toAbsolutePath();
    private static final Path SOURCE =
            Path.of(System.getProperty("tideline.root", "..")).resolve("web/clients");

    @RegisterExtension
    static final RunningPlatform platform = RunningPlatform.shared();

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        boolean node = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm")));
        Assumptions.assumeTrue(
                node || System.getenv("CI") != null, "SKIPPED: there is no npm on the PATH to fetch the clients with");
        Files.createDirectories(HOME.resolve("src"));
        copied("package.json");
        try (Stream<Path> scripts = Files.list(SOURCE.resolve("src"))) {
            scripts.forEach(script -> copied("src/" + script.getFileName()));
        }
        Path customers = Files.writeString(
                HOME.resolve("customers.csv"), "id,market,team\nweb-1,DE,team-eu-1\nweb-2,FR,team-eu-1\n");
        RunningPlatform.Outcome imported =
                platform.run("import", "customers", customers.toString(), "--time-zone", "UTC");
        assertThat(imported.code()).as(imported.output()).isZero();
        run(List.of("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"));
    }

    @Test
    void askAndRegisterDocuments() throws IOException, InterruptedException {
        assertThat(script("ask.mjs"))
                .contains(
                        "graphql-request: POST 200",
                        "urql: GET 200",
                        "urql persisted: GET",
                        "Apollo Client: POST 200",
                        "Apollo Client persisted: GET");
    }

    @Test
    void subscribeOverBothTransports() throws IOException, InterruptedException {
        assertThat(script("subscribe.mjs")).contains("graphql-sse: open", "graphql-ws: open");
    }

    @Test
    void generateTypesFromTheSchemaOfTheCaller() throws IOException, InterruptedException {
        assertThat(script("generate.mjs"))
                .contains(
                        "codegen from sdl: 5 files",
                        "codegen from introspection: 5 files",
                        "relay-compiler: PageQuery");
    }

    private static String script(String name) throws IOException, InterruptedException {
        return run(List.of("node", "src/" + name));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(HOME.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "TIDELINE_URL",
                                "http://127.0.0.1:"
                                        + platform.platform().settings().port(Part.GATEWAY),
                        "TIDELINE_TOKEN", platform.token("lead"),
                        "TIDELINE_OUT", HOME.resolve("out").toString()));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(String.join(" ", command) + "\n" + output)
                .isZero();
        return output;
    }

    private static void copied(String file) {
        try {
            Files.write(HOME.resolve(file), Files.readAllBytes(SOURCE.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
