package io.tideline.local.keycloak;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Settings;
import io.tideline.local.process.Command;
import io.tideline.local.process.Jdk;
import io.tideline.local.process.LogTail;
import io.tideline.local.process.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Keycloak as Maven brings it, unpacked and built for our options; both happen once. */
final class KeycloakDistribution {
    /** What nobody uses here and what would cost start-up time and memory. */
    private static final String FEATURES_OFF = "account,account-api,admin,ciba,par,device-flow,kerberos,impersonation,"
            + "organization,admin-fine-grained-authz,authorization,passkeys,web-authn,update-email";

    private final Settings settings;
    private final Path zip;

    KeycloakDistribution(Settings settings) {
        this.settings = settings;
        this.zip = zip(settings.root().resolve("local/target/keycloak"));
    }

    /** The folder of the built distribution, which names its version. */
    Path folder() {
        String name = zip.getFileName().toString().replace("-quarkus-dist", "").replace(".zip", "");
        return settings.software().resolve(name);
    }

    boolean isBuilt() {
        return Files.exists(folder().resolve("built"));
    }

    void build() {
        Path fresh = folder().resolveSibling(folder().getFileName() + ".new");
        try {
            Trees.delete(fresh);
            Files.createDirectories(fresh);
            unpack(fresh);
            augment(fresh);
            Files.createFile(fresh.resolve("built"));
            Trees.delete(folder());
            Files.move(fresh, folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void augment(Path home) throws IOException {
        Path log = settings.state().resolve("log/keycloak-build.log");
        Files.createDirectories(log.getParent());
        List<String> command = List.of(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "build",
                "--db=dev-file",
                "--features-disabled=" + FEATURES_OFF);
        Map<String, String> environment =
                Map.of("JAVA_HOME", Jdk.home(), "JAVA_OPTS", "-Xmx768m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        if (Command.logged(command, environment, log) != 0) {
            throw new LocalException("building Keycloak failed; its log is " + log + " and ends with\n"
                    + String.join("\n", LogTail.of(log, 15)));
        }
    }

    private void unpack(Path home) throws IOException {
        try (ZipInputStream archive = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                Path name = Path.of(entry.getName());
                if (name.getNameCount() < 2) {
                    continue;
                }
                Path file = home.resolve(name.subpath(1, name.getNameCount())).normalize();
                if (!file.startsWith(home)) {
                    throw new LocalException("the archive of Keycloak leaves its folder: " + name);
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(archive, file);
                }
            }
        }
    }

    private static Path zip(Path folder) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "keycloak-quarkus-dist-*.zip")) {
            Iterator<Path> zips = found.iterator();
            if (zips.hasNext()) {
                return zips.next();
            }
        } catch (IOException e) {
            throw new LocalException("no Keycloak distribution in " + folder + ": build the module local", e);
        }
        throw new LocalException("no Keycloak distribution in " + folder + ": build the module local");
    }
}
