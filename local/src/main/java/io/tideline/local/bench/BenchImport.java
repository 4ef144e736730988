package io.tideline.local.bench;

import io.tideline.local.imports.ImportCommand;
import io.tideline.local.platform.LocalException;
import io.tideline.local.platform.Platform;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./tideline bench import [ROWS]}: imports events through the command into the organisation globex, and copies the same rows
 * into a plain table of the same server in the same run.
 * <pre>ratio = rows_per_s / copy_rows_per_s</pre>
 * {@code heap_mb} is the most heap the command held after a full collection, asked for every other second; {@code heap_growth} the second half of these
 * samples over the first, 1 where nothing piles up. The events stay in globex.
 */
final class BenchImport {
    private static final int ROWS = 1_000_000;

    private BenchImport() {}

    /** Prints the figures as the last line. */
    static int run(List<String> arguments, Platform platform, PrintStream out) {
        int rows = arguments.isEmpty() ? ROWS : Integer.parseInt(arguments.get(0));
        try {
            Path folder = Files.createTempDirectory("tideline-bench");
            try {
                return measure(rows, folder, platform, out);
            } finally {
                for (String name : List.of("events.csv", "rows.copy")) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new LocalException("the COPY failed: " + e.getMessage() + "; is the platform up?", e);
        }
    }

    private static int measure(int rows, Path folder, Platform platform, PrintStream out)
            throws IOException, SQLException {
        Path events = folder.resolve("events.csv");
        Path copy = folder.resolve("rows.copy");
        EventFile.write(Long.toString(System.currentTimeMillis(), Character.MAX_RADIX), rows, events, copy);
        double copySeconds = PlainCopy.seconds(platform, copy);
        out.printf(Locale.ROOT, "COPY of %,d rows took %.1f s%n", rows, copySeconds);
        try (LiveHeap heap = new LiveHeap()) {
            long started = System.nanoTime();
            int code = ImportCommand.run(
                    List.of("events", events.toString(), "--tenant", "globex", "--properties", "*", "--no-wait"),
                    platform,
                    out);
            double seconds = (System.nanoTime() - started) / 1e9;
            if (code == 0) {
                out.println(figures(rows, seconds, copySeconds, heap.mebibytes(), heap.growth()));
            }
            return code;
        }
    }

    static String figures(int rows, double seconds, double copySeconds, double heapMebibytes, double heapGrowth) {
        return String.format(
                Locale.ROOT,
                "rows=%d rows_per_s=%.0f copy_rows_per_s=%.0f ratio=%.3f heap_mb=%.0f heap_growth=%.2f",
                rows,
                rows / seconds,
                rows / copySeconds,
                copySeconds / seconds,
                heapMebibytes,
                heapGrowth);
    }
}
