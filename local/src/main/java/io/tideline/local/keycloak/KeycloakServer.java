package io.tideline.local.keycloak;

import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Settings;
import io.tideline.local.process.Fingerprint;
import io.tideline.local.process.Http;
import io.tideline.local.process.Jdk;
import io.tideline.local.process.Launch;
import io.tideline.local.process.Server;
import io.tideline.local.process.StartCache;
import io.tideline.local.process.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Keycloak with its own file database. The realm is imported when the data is new or the realm file has changed; users, roles
 * and secrets of this installation are then made again from the realm file and the secrets folder.
 */
public final class KeycloakServer implements Server {
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "-Djava.security.egd=file:/dev/urandom",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED");

    private final Platform platform;
    private final Settings settings;
    private final KeycloakDistribution distribution;
    private final Path home;
    private final StartCache cache;

    public KeycloakServer(Platform platform) {
        this.platform = platform;
        this.settings = platform.settings();
        this.distribution = new KeycloakDistribution(settings);
        this.home = settings.state().resolve("keycloak");
        this.cache = new StartCache(settings, Part.KEYCLOAK, program());
    }

    @Override
    public Part part() {
        return Part.KEYCLOAK;
    }

    /** Whether the distribution is built, which takes half a minute once. */
    public boolean isBuilt() {
        return distribution.isBuilt();
    }

    public void build() {
        distribution.build();
    }

    @Override
    public String print() {
        return new Fingerprint()
                .text(program())
                .text(realmPrint())
                .text(arguments().toString())
                .hex();
    }

    @Override
    public Launch launch() {
        makeHome();
        List<String> command = new ArrayList<>(List.of(Jdk.java()));
        command.addAll(JVM);
        command.addAll(cache.options());
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(List.of(
                "-cp", distribution.folder().resolve("lib/quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments());
        if (!realmPrint().equals(importedRealm())) {
            prepareImport();
            command.add("--import-realm");
        }
        return new Launch(command, home, settings.log(Part.KEYCLOAK), print(), "TERM");
    }

    @Override
    public boolean isReady() {
        return Http.answers(platform, settings.issuer());
    }

    @Override
    public void afterStart() {
        if (Files.exists(importFolder())) {
            write(home.resolve("data/realm.print"), realmPrint());
            Trees.delete(importFolder());
        }
    }

    @Override
    public void afterEnd() {
        cache.keepRecorded();
    }

    private List<String> arguments() {
        return List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=" + Settings.HOST,
                "--http-port=" + settings.port(Part.KEYCLOAK),
                "--hostname=" + settings.url(Part.KEYCLOAK),
                "--db-url-properties=;NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE");
    }

    private String program() {
        return new Fingerprint()
                .text(distribution.folder().toString())
                .text(Jdk.print())
                .text(JVM.toString())
                .hex();
    }

    private String realmPrint() {
        return new Fingerprint().text(RealmCopy.text(platform)).hex();
    }

    private String importedRealm() {
        Path file = home.resolve("data/realm.print");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path importFolder() {
        return home.resolve("data/import");
    }

    /** Starts over with an empty database, so that nothing of an older realm remains. */
    private void prepareImport() {
        Trees.delete(home.resolve("data"));
        Trees.make(importFolder());
        Path file = importFolder().resolve("tideline-realm.json");
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(file, RealmCopy.text(platform));
    }

    /** A home that shares the distribution's folders and has data of its own. */
    private void makeHome() {
        Trees.make(home);
        for (String name : List.of("lib", "conf", "themes", "providers", "bin")) {
            Path link = home.resolve(name);
            Trees.delete(link);
            try {
                Files.createSymbolicLink(link, distribution.folder().resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
