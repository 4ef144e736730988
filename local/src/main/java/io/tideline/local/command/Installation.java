package io.tideline.local.command;

import io.tideline.local.keycloak.KeycloakServer;
import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Settings;
import io.tideline.local.postgres.PostgresServer;
import io.tideline.local.process.Journal;
import io.tideline.local.process.Launch;
import io.tideline.local.process.Processes;
import io.tideline.local.process.Server;
import io.tideline.local.process.Trees;
import io.tideline.local.service.ServiceServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** All parts of one installation with the records of their processes. */
final class Installation {
    private final Platform platform;
    private final Journal journal;
    private final Processes processes;
    private final PostgresServer postgres;
    private final KeycloakServer keycloak;
    private boolean givenUp;

    Installation(Platform platform) {
        this.platform = platform;
        this.journal = new Journal(platform.settings().state());
        this.processes = new Processes(journal);
        this.postgres = new PostgresServer(platform);
        this.keycloak = new KeycloakServer(platform);
    }

    Platform platform() {
        return platform;
    }

    Settings settings() {
        return platform.settings();
    }

    Journal journal() {
        return journal;
    }

    Processes processes() {
        return processes;
    }

    PostgresServer postgres() {
        return postgres;
    }

    KeycloakServer keycloak() {
        return keycloak;
    }

    Server server(Part part) {
        return switch (part) {
            case POSTGRES -> postgres;
            case KEYCLOAK -> keycloak;
            default -> new ServiceServer(part, platform);
        };
    }

    List<Server> servers() {
        return Arrays.stream(Part.values()).map(this::server).toList();
    }

    /** Starts the process of a part, unless the start was given up meanwhile. */
    synchronized void start(Server server, Launch launch) {
        if (givenUp) {
            throw new LocalException("stopped while starting");
        }
        processes.start(server.part(), settings().port(server.part()), launch);
    }

    /** From now on nothing starts. */
    synchronized void giveUp() {
        givenUp = true;
    }

    /** Runs one change of the installation at a time; a second one says so and ends. */
    void alone(Runnable change) {
        Path file = journal.folder().resolve("lock");
        Trees.make(journal.folder());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new LocalException("another ./tideline up or down is at work here; try again when it is done");
            }
            change.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
