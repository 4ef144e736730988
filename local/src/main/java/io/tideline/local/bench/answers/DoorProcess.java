package io.tideline.local.bench.answers;

import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Settings;
import io.tideline.local.process.Command;
import io.tideline.local.process.Heap;
import io.tideline.local.process.Http;
import io.tideline.local.process.Ports;
import io.tideline.local.service.ServiceServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A survey-service as a process of its own that follows nobody's feed. */
public final class DoorProcess implements AutoCloseable {
    private final Platform platform;
    private final Map<String, String> settings;
    private final Map<String, String> environment = new HashMap<>();
    private final int port;
    private final int managementPort;
    private Optional<Process> process = Optional.empty();

    DoorProcess(Platform platform, Map<String, String> overrides) {
        this.platform = platform;
        Map<String, Integer> ports = Ports.free();
        this.port = ports.getOrDefault(Part.SURVEY.portVariable(), 0);
        this.managementPort = ports.getOrDefault(Part.SURVEY.managementPortVariable(), 0);
        this.settings = new HashMap<>(Map.of(
                "quarkus.http.port", Integer.toString(port),
                "quarkus.management.port", Integer.toString(managementPort)));
        settings.putAll(overrides);
    }

    /** Sets a variable of the process's environment before it starts. */
    public DoorProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts the process and waits until it is ready. */
    public DoorProcess start() {
        launch();
        DoorGround.await("the survey-service", process.orElseThrow(), this::isReady);
        return this;
    }

    /** Starts the process. */
    public void launch() {
        Path log = platform.settings().log(Part.SURVEY).resolveSibling("survey-" + port + ".log");
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(new ServiceServer(Part.SURVEY, platform).command(settings))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            process = Optional.of(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isReady() {
        return Http.answers(platform, managementUrl() + "/health/ready");
    }

    public int port() {
        return port;
    }

    public String managementUrl() {
        return "http://" + Settings.HOST + ":" + managementPort + "/q";
    }

    /** What it holds in its heap after a full collection, in bytes. */
    public long heap() {
        return Heap.liveBytes(process.orElseThrow().pid());
    }

    /** {@code KILL} ends it at once, {@code TERM} asks it to end. */
    public void signal(String name) {
        Command.run(java.util.List.of(
                "kill", "-" + name, Long.toString(process.orElseThrow().pid())));
    }

    /** Waits for its end and gives its exit code. */
    public int exitCode() {
        return DoorGround.ended(process.orElseThrow());
    }

    @Override
    public void close() {
        process.filter(Process::isAlive).ifPresent(alive -> {
            alive.destroyForcibly();
            DoorGround.ended(alive);
        });
    }
}
