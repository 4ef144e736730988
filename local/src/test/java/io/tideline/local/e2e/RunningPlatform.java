package io.tideline.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Settings;
import io.tideline.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole platform on free ports with a state folder of its own, started by the launcher once for all tests of this module
 * and stopped after the last. Tests share its data: a test that needs to be alone uses ids of its own.
 *
 * <pre>{@code @RegisterExtension static final RunningPlatform platform = RunningPlatform.shared();}</pre>
 */
public final class RunningPlatform implements BeforeAllCallback {
    private static final RunningPlatform SHARED = new RunningPlatform();

    private final Path root =
            Path.of(System.getProperty("tideline.root", "..")).toAbsolutePath().normalize();
    private final Map<String, String> environment = environment(root.resolve("local/target/e2e"));
    private final Platform platform = new Platform(Settings.of(root, environment));

    private RunningPlatform() {}

    public static RunningPlatform shared() {
        return SHARED;
    }

    /** Exit code and whole output of a command. */
    public record Outcome(int code, String output) {}

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningPlatform.class))
                .getOrComputeIfAbsent("running", key -> start());
    }

    public Platform platform() {
        return platform;
    }

    public String token(String user) {
        return platform.token(user);
    }

    /** The whole answer of the gateway: {@code data} and {@code errors}. */
    public JsonNode graphql(String user, String query) {
        return platform.graphql(user, query, Map.of());
    }

    public JsonNode graphql(String user, String query, Map<String, ?> variables) {
        return platform.graphql(user, query, variables);
    }

    /** Runs a command of the launcher as a person would: {@code run("status")}, {@code run("import", "orders", …)}. */
    public Outcome run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** Runs a command with other settings than the shared platform has. */
    public Outcome run(Map<String, String> otherSettings, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dtideline.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                "io.tideline.local.Tideline"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().putAll(otherSettings);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private AutoCloseable start() {
        Outcome outcome = run("up", "--detach", "--fresh", "--no-demo");
        if (outcome.code() != 0) {
            throw new IllegalStateException("the platform did not start:\n" + outcome.output());
        }
        return () -> run("down");
    }

    private static Map<String, String> environment(Path state) {
        Map<String, String> settings = new HashMap<>();
        settings.put("TIDELINE_STATE", state.toString());
        settings.put("TIDELINE_RECORD_START", "false");
        Ports.free().forEach((variable, port) -> settings.put(variable, port.toString()));
        return settings;
    }
}
