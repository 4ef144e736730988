package io.tideline.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with the one that was reviewed and committed; {@code -Dgolden.rewrite=true} writes it anew, and the diff is the review. */
public final class GoldenFile {
    private GoldenFile() {}

    /** @param path relative to the module's own folder */
    public static void check(String path, String actual) {
        Path file = Path.of(path);
        try {
            if (Boolean.getBoolean("golden.rewrite")) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
            }
            assertThat(file).as("golden file; -Dgolden.rewrite=true writes it").exists();
            assertThat(actual)
                    .as("%s differs; -Dgolden.rewrite=true writes it anew", path)
                    .isEqualTo(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
