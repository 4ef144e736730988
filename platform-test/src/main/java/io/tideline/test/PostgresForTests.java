package io.tideline.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * One real PostgreSQL a JVM, from the embedded binaries, on a free port of loopback. It logs every statement, so that tests can count them, and keeps
 * commits durable as in production, so that a test can ask for the setting.
 */
public final class PostgresForTests {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String NOBODY = "65534";
    private static final String PORT_PROPERTY = "tideline.test.postgres.port";
    private static final String LOG_PROPERTY = "tideline.test.postgres.log";

    private PostgresForTests() {}

    /** Starts the server where none runs in this JVM yet; its port and log are system properties, since test class loaders share nothing else. */
    public static synchronized int start() {
        if (System.getProperty(PORT_PROPERTY) == null) {
            try {
                launch();
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException("PostgreSQL for tests did not start.", failed);
            }
        }
        return Integer.parseInt(System.getProperty(PORT_PROPERTY));
    }

    static Path log() {
        return Path.of(System.getProperty(LOG_PROPERTY));
    }

    /** A fresh database with its owner role and its application role, as {@code ./tideline up} makes them. */
    public static void createDatabase(String name) {
        try (Connection connection = connect("postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            for (String role : List.of(name + "_owner", name + "_app")) {
                statement.execute("DO $$ BEGIN CREATE ROLE " + role
                        + " LOGIN NOSUPERUSER NOBYPASSRLS; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
            }
            statement.execute("CREATE DATABASE " + name + " OWNER " + name + "_owner");
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** A plain JDBC connection, to look at rows behind the service's back. */
    public static Connection connect(String database, String user) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + start() + "/" + database, user, "");
    }

    private static void launch() throws IOException, InterruptedException {
        Path binaries = unpacked();
        Path home = Files.createTempDirectory("tideline-pg");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path data = home.resolve("data");
        Path log = home.resolve("server.log");
        int port = freePort();
        run(
                binaries,
                "initdb",
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
        String options =
                "-p " + port + " -k " + home + " -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off"
                        + " -c max_connections=200 -c autovacuum_naptime=1s -c jit=off -c log_statement=all -c log_parameter_max_length=0 -c log_line_prefix='%d|'";
        run(binaries, "pg_ctl", "-w", "-D", data.toString(), "-l", log.toString(), "-o", options, "start");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(binaries, data, home)));
        System.setProperty(LOG_PROPERTY, log.toString());
        System.setProperty(PORT_PROPERTY, String.valueOf(port));
    }

    private static void stop(Path binaries, Path data, Path home) {
        try {
            run(binaries, "pg_ctl", "-m", "immediate", "-D", data.toString(), "stop");
            try (var files = Files.walk(home)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException | InterruptedException | IllegalStateException gone) {
            System.err.println("PostgreSQL for tests was not stopped: " + gone);
        }
    }

    private static void run(Path binaries, String program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("tideline-pg", ".out");
        Process process = new ProcessBuilder(command)
                .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(program + " failed: " + Files.readString(output));
        }
        Files.delete(output);
    }

    /** The binaries, unpacked once a machine and version. */
    private static Path unpacked() throws IOException {
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        Path ready = temp.resolve("tideline-postgres-18.6.0-" + System.getProperty("user.name"));
        if (Files.exists(ready.resolve("bin/postgres"))) {
            return ready;
        }
        Path fresh = Files.createTempDirectory(temp, "tideline-unpack");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream packed = PostgresForTests.class.getResourceAsStream(ARCHIVE);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, fresh.resolve(entry.getName()).normalize());
            }
        }
        try {
            Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException anotherWasFaster) {
            if (!Files.exists(ready.resolve("bin/postgres"))) {
                throw anotherWasFaster;
            }
        }
        return ready;
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean runs = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
