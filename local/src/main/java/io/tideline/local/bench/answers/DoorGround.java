package io.tideline.local.bench.answers;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Settings;
import io.tideline.local.postgres.PostgresServer;
import io.tideline.local.process.Command;
import io.tideline.local.process.Ports;
import io.tideline.local.process.Processes;
import io.tideline.local.process.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL with the settings that {@code ./tideline up} gives it and survey-services on it, apart from the platform and gone when closed. */
public final class DoorGround implements AutoCloseable {
    public static final String TENANT = "bench";

    private static final String ENDLESS = "1000000000";

    /** Settings of a door whose networks, surveys and organisations may send as much as they like, so that its places are what is met. */
    public static final Map<String, String> NO_RATES = Map.of(
            "tideline.door.per-network-per-second", ENDLESS,
            "tideline.door.per-network-burst", ENDLESS,
            "tideline.door.per-survey-per-second", ENDLESS,
            "tideline.door.per-survey-burst", ENDLESS,
            "tideline.door.per-tenant-per-second", ENDLESS,
            "tideline.door.per-tenant-burst", ENDLESS);

    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final long POLL_MILLIS = 50;

    private final Platform platform;
    private final PostgresServer postgres;
    private final List<String> options;
    private final List<DoorProcess> doors = new ArrayList<>();
    private Optional<Process> server = Optional.empty();

    /** @param options further settings of PostgreSQL, {@code name=value} */
    public DoorGround(Path root, Map<String, String> environment, Path state, List<String> options) {
        Map<String, String> own = new HashMap<>();
        if (environment.containsKey("TIDELINE_SOFTWARE")) {
            own.put("TIDELINE_SOFTWARE", environment.get("TIDELINE_SOFTWARE"));
        }
        Ports.free().forEach((variable, port) -> own.put(variable, Integer.toString(port)));
        own.put("TIDELINE_RECORD_START", "false");
        own.put("TIDELINE_STATE", state.toString());
        this.platform = new Platform(Settings.of(root, own));
        this.postgres = new PostgresServer(platform);
        this.options = List.copyOf(options);
    }

    /** Starts PostgreSQL, for the first time, and then with nothing in it, or again. */
    public void startDatabase() {
        if (server.isEmpty()) {
            postgres.erase();
        }
        List<String> command = new ArrayList<>(postgres.launch().command());
        options.forEach(option -> command.addAll(List.of("-c", option)));
        Path log = platform.settings().log(Part.POSTGRES);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            server = Optional.of(process);
            await("PostgreSQL", process, postgres::isReady);
            postgres.afterStart();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a signal to every process of PostgreSQL: {@code KILL}, {@code STOP}, {@code CONT}. */
    public void signalDatabase(String signal) {
        Process running = server.orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        Stream.concat(Stream.of(running.toHandle()), running.descendants())
                .forEach(process -> command.add(Long.toString(process.pid())));
        Command.run(command);
    }

    /** Ends PostgreSQL as a power cut does, but for what the kernel holds. */
    public void killDatabase() {
        signalDatabase("KILL");
        ended(server.orElseThrow());
    }

    /** A survey-service on this database; {@code overrides} outrank its settings. */
    public DoorProcess startDoor(Map<String, String> overrides) {
        DoorProcess door = new DoorProcess(platform, overrides);
        doors.add(door);
        return door;
    }

    /** Opens a survey of a scale from 0 to 10 under a public key of 22 letters. */
    public void publish(String publicKey) throws SQLException {
        publish(TENANT, publicKey);
    }

    /** The same for another organisation. */
    public void publish(String tenant, String publicKey) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(AnswerStatements.load("survey"))) {
            statement.setString(1, tenant);
            statement.setString(2, publicKey);
            statement.execute();
        }
    }

    /** As the superuser, whom row level security does not stop. */
    public Connection connect() throws SQLException {
        return platform.connect(Part.SURVEY.key(), "postgres");
    }

    public Platform platform() {
        return platform;
    }

    static void await(String name, Process process, java.util.function.BooleanSupplier ready) {
        long end = System.nanoTime() + TO_START.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new LocalException(name + " did not start");
            }
            Processes.pause(POLL_MILLIS);
        }
    }

    static int ended(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalException("interrupted", e);
        }
    }

    @Override
    public void close() {
        doors.forEach(DoorProcess::close);
        server.filter(Process::isAlive).ifPresent(process -> killDatabase());
        postgres.erase();
        Trees.delete(platform.settings().state());
    }
}
