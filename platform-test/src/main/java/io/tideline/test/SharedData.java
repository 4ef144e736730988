package io.tideline.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data sets with independently computed answers, kept beside the project and not in it; tests that need an absent one are skipped, loudly. */
public final class SharedData {
    private SharedData() {}

    /** A file such as {@code cdnow/transactions.csv}. */
    public static Path file(String name) {
        Path root = Path.of(System.getProperty("tideline.root", ".."))
                .toAbsolutePath()
                .normalize();
        Path file = root.resolveSibling("shared").resolve("data").resolve(name);
        if (!Files.exists(file)) {
            System.err.println("SKIPPED: the data file " + name + " is not beside this project.");
        }
        Assumptions.assumeTrue(Files.exists(file), "The data file " + name + " is not beside this project.");
        return file;
    }

    public static JsonNode answers(String dataSet) {
        try {
            return new ObjectMapper().readTree(file(dataSet + "/answers.json").toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
