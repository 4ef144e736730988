package io.tideline.local.postgres;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Settings;
import io.tideline.local.process.Command;
import io.tideline.local.process.Fingerprint;
import io.tideline.local.process.Launch;
import io.tideline.local.process.Server;
import io.tideline.local.process.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The one PostgreSQL server of this machine. A commit is on disk before it is answered: {@code fsync} and
 * {@code synchronous_commit} stay on.
 */
public final class PostgresServer implements Server {
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("listen_addresses", Settings.HOST),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "200"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("wal_compression", "on"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("autovacuum_naptime", "10s"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"));

    private final Platform platform;
    private final PostgresHome home;

    public PostgresServer(Platform platform) {
        this.platform = platform;
        this.home = PostgresHome.of(platform.settings());
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    @Override
    public String print() {
        return new Fingerprint().text(arguments().toString()).hex();
    }

    @Override
    public Launch launch() {
        PostgresBinaries.unpackInto(home.binaries());
        if (!Files.exists(home.data().resolve("PG_VERSION"))) {
            initialise();
        }
        return new Launch(
                home.command("postgres", arguments()),
                Path.of("/"),
                platform.settings().log(Part.POSTGRES),
                print(),
                "INT");
    }

    @Override
    public boolean isReady() {
        try (Connection connection = platform.connect("postgres", "postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void afterStart() {
        new Databases(platform).make();
    }

    /** Says where the files lie when they cannot lie in the state folder. */
    public List<String> notes() {
        return home.movedFrom()
                .map(folder -> List.of("note: PostgreSQL runs as nobody, who may not enter " + folder
                        + "; its data is in " + home.data()))
                .orElse(List.of());
    }

    /** Removes all data. */
    public void erase() {
        Trees.delete(home.data());
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "-D", home.data().toString(), "-p", "" + platform.settings().port(Part.POSTGRES)));
        OPTIONS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(option -> arguments.addAll(List.of("-c", option.getKey() + "=" + option.getValue())));
        return arguments;
    }

    private void initialise() {
        Path fresh = home.data().resolveSibling("postgres.new");
        Path password = home.data().resolveSibling("postgres.password");
        try {
            Trees.delete(fresh);
            Files.createDirectories(fresh);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
            home.give(fresh);
            Files.deleteIfExists(password);
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, platform.secrets().databasePassword("postgres"));
            home.give(password);
            Command.must("making the data folder of PostgreSQL", initdb(fresh, password));
            Trees.delete(home.data());
            Files.move(fresh, home.data());
        } catch (IOException e) {
            throw new LocalException("cannot make the data folder of PostgreSQL " + home.data() + ": " + e, e);
        } finally {
            Trees.delete(password);
        }
    }

    private List<String> initdb(Path data, Path password) {
        return home.command(
                "initdb",
                List.of(
                        "-D",
                        data.toString(),
                        "-U",
                        "postgres",
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + password,
                        "-E",
                        "UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
    }
}
