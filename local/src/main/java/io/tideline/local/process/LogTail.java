package io.tideline.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The last telling lines of a log, read without reading all of it. */
public final class LogTail {
    private static final int BYTES = 65_536;

    /** Stack frames, and what a JVM says about its start-up cache when it ends. */
    private static final Predicate<String> NOISE = Pattern.compile(
                    "^\\s+at |^\\s*$|AOT(Configuration|Cache)|AOT cache|AOT configuration|^Picked up JAVA_TOOL_OPTIONS")
            .asPredicate();

    private LogTail() {}

    public static List<String> of(Path log, int lines) {
        if (!Files.exists(log)) {
            return List.of("(no log)");
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES);
            file.seek(from);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            List<String> all = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(NOISE.negate())
                    .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of("(log unreadable: " + e.getMessage() + ")");
        }
    }
}
