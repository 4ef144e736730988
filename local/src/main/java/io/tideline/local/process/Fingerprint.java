package io.tideline.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Sixteen hex digits that change when a text, or any file below a folder, changes. */
public final class Fingerprint {
    private static final int DIGITS = 16;

    private final MessageDigest digest;

    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public Fingerprint text(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /** Names, sizes and times of the files; their bytes are not read. */
    public Fingerprint files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : sorted) {
                text(folder.relativize(file).toString());
                text(Files.size(file) + "@" + Files.getLastModifiedTime(file).toMillis());
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }
}
