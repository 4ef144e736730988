package io.tideline.local.bench.answers;

import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The statements of the benchmark, each a file, and the one of the door itself, as the built survey-service holds it. */
final class AnswerStatements {
    private static final String JAR = "survey-service/target/quarkus-app/app/survey-service-0.1.0.jar";
    private static final String SUBMIT = "io/tideline/survey/response/submit_responses.sql";

    private AnswerStatements() {}

    static String load(String name) {
        try (InputStream file = AnswerStatements.class.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("missing " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statement with which the door stores answers. */
    static String submit(Platform platform) {
        Path jar = platform.settings().root().resolve(JAR);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(SUBMIT);
            if (entry == null) {
                throw new LocalException(jar + " holds no " + SUBMIT);
            }
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LocalException("the survey-service is not built: " + jar, e);
        }
    }
}
