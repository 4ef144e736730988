package io.tideline.survey.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Scripts of {@code web/widget/test} in Node, with a browser. Needs npm with its registry and Chromium; without them the test is skipped, and says so. */
final class BrowserForTests {
    private static final Path HOME = Path.of("target/widget").toAbsolutePath();
    private static final Path SOURCE =
            Path.of(System.getProperty("tideline.root", "..")).resolve("web/widget");

    private static final int LONGEST_MINUTES = 5;

    private BrowserForTests() {}

    /** Brings the scripts, the sources they test and the tools they need to one folder. */
    static void install() throws IOException, InterruptedException {
        skipUnless(onPath("npm").isPresent(), "SKIPPED: no npm, so the widget is not tested in a browser");
        skipUnless(chromium().isPresent(), "SKIPPED: no Chromium, so the widget is not tested in a browser");
        copy("src");
        copy("src/texts");
        copy("test");
        Path tools = HOME.resolve("test");
        run(
                tools,
                Map.of(),
                List.of("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"));
    }

    /** Runs one script and gives what it printed. */
    static String script(String name, Map<String, String> environment) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(environment);
        chromium().ifPresent(browser -> all.put("TIDELINE_CHROMIUM", browser));
        all.put("TIDELINE_PICTURES", HOME.resolve("pictures").toString());
        return run(HOME.resolve("test"), all, List.of("node", name));
    }

    /** The runner counts skipped tests but does not tell why. */
    private static void skipUnless(boolean there, String why) {
        if (!there) {
            System.getLogger(BrowserForTests.class.getName()).log(System.Logger.Level.WARNING, why);
        }
        Assumptions.assumeTrue(there, why);
    }

    private static Optional<String> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> onPath(name).stream())
                .findFirst();
    }

    private static Optional<String> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static void copy(String folder) throws IOException {
        Path to = Files.createDirectories(HOME.resolve(folder));
        try (Stream<Path> files = Files.list(SOURCE.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    private static String run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path printed = HOME.resolve(command.get(command.size() - 1) + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String output = Files.readString(printed);
        assertThat(ended && process.exitValue() == 0)
                .as(String.join(" ", command) + "\n" + output)
                .isTrue();
        return output;
    }
}
