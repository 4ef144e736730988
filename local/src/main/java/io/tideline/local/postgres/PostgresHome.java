package io.tideline.local.postgres;

import io.tideline.local.platform.Settings;
import io.tideline.local.process.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the server's files lie and as whom it runs. PostgreSQL refuses to run as root, so root runs it as nobody; when nobody
 * may not enter the clone's folders, the files lie under {@code /var/tmp} instead.
 *
 * @param binaries the unpacked distribution
 * @param data the data folder
 * @param asNobody whether the server runs as the user nobody
 * @param movedFrom the folder that nobody may not enter, when the files lie elsewhere for its sake
 */
record PostgresHome(Path binaries, Path data, boolean asNobody, Optional<Path> movedFrom) {
    private static final String NOBODY = "65534";
    private static final String DISTRIBUTION = "postgres-18";

    static PostgresHome of(Settings settings) {
        boolean root = isRoot();
        Optional<Path> closed =
                root ? closedFolder(settings.state()).or(() -> closedFolder(settings.software())) : Optional.empty();
        if (closed.isEmpty()) {
            return new PostgresHome(
                    settings.software().resolve(DISTRIBUTION), settings.state().resolve("postgres"), root, closed);
        }
        String print = new Fingerprint().text(settings.state().toString()).hex();
        Path open = Path.of("/var/tmp", "tideline-" + print);
        return new PostgresHome(open.resolve(DISTRIBUTION), open.resolve("postgres"), true, closed);
    }

    /** The command in front of which stands what makes it run as the right user. */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (asNobody) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    /** Gives a file or folder to the server's user. */
    void give(Path path) {
        if (!asNobody) {
            return;
        }
        try {
            Files.setOwner(
                    path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name", "").equals("root");
    }

    /** The first folder from the top that others may not enter. */
    private static Optional<Path> closedFolder(Path folder) {
        Path path = folder.getRoot();
        for (Path name : folder) {
            path = path.resolve(name);
            if (Files.isDirectory(path) && !isOpen(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private static boolean isOpen(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
