package io.tideline.local.service;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import io.tideline.local.platform.Settings;
import io.tideline.local.process.Fingerprint;
import io.tideline.local.process.Http;
import io.tideline.local.process.Jdk;
import io.tideline.local.process.Launch;
import io.tideline.local.process.Server;
import io.tideline.local.process.StartCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A service or the gateway as its own JVM.
 *
 * <p>The heap is bounded at 384 MB: a service at rest holds well under 150 MB, and the rest is room for batches of 10,000 rows.
 */
public final class ServiceServer implements Server {
    /** The heap and collector of a service. */
    public static final List<String> JVM = List.of(
            "-Xms96m", "-Xmn64m", "-Xmx384m", "-XX:MaxMetaspaceSize=256m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8");

    private final Part part;
    private final Platform platform;
    private final Settings settings;
    private final Path application;

    public ServiceServer(Part part, Platform platform) {
        this.part = part;
        this.platform = platform;
        this.settings = platform.settings();
        this.application = settings.root().resolve(part.module()).resolve("target/quarkus-app");
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public String print() {
        return new Fingerprint()
                .text(program())
                .text(new ServiceSettings(platform).text(part))
                .hex();
    }

    @Override
    public Launch launch() {
        Path file = platform.secrets().write(part.key() + ".properties", new ServiceSettings(platform).text(part));
        List<String> command = new ArrayList<>(List.of(Jdk.java()));
        command.addAll(JVM);
        command.addAll(cache().options());
        command.add("-Dsmallrye.config.locations=" + file.toUri());
        command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
        return new Launch(command, application, settings.log(part), print(), "TERM");
    }

    @Override
    public boolean isReady() {
        return Http.answers(platform, settings.managementUrl(part) + "/health/ready");
    }

    @Override
    public void afterEnd() {
        cache().keepRecorded();
    }

    /** The command of a further process of this service: settings that outrank those of its file. */
    public List<String> command(Map<String, String> overrides) {
        Path file = platform.secrets().write(part.key() + ".properties", new ServiceSettings(platform).text(part));
        List<String> command = new ArrayList<>(List.of(Jdk.java()));
        command.addAll(JVM);
        command.addAll(cache().options());
        command.add("-Dsmallrye.config.locations=" + file.toUri());
        overrides.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
        return command;
    }

    private StartCache cache() {
        return new StartCache(settings, part, program());
    }

    private String program() {
        if (!Files.exists(application.resolve("quarkus-run.jar"))) {
            throw new LocalException(part.key() + " is not built: " + application + " is missing");
        }
        return new Fingerprint()
                .files(application)
                .text(Jdk.print())
                .text(JVM.toString())
                .hex();
    }
}
