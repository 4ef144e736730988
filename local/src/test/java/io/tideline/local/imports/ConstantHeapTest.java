package io.tideline.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.local.platform.Progress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstantHeapTest {
    private static final int ROWS = 300_000;

    private final Path folder;

    ConstantHeapTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** The file has 40 MB and its rows take several times that; the door lives in the same 64 MB and keeps the ids it has seen. */
    @Test
    void importsALongFileInASmallHeap() throws IOException, InterruptedException {
        Path file = folder.resolve("events.csv");
        write(file);
        Path log = folder.resolve("log");

        Process import300k = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ConstantHeapTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code = import300k.waitFor();

        assertThat(Files.readString(log)).contains("read=" + ROWS + " accepted=" + ROWS + " duplicates=0 rejected=0 ");
        assertThat(code).isEqualTo(ImportCommand.DONE);
    }

    /** Imports the file given into a door of its own. */
    public static void main(String[] arguments) throws IOException {
        int code;
        try (DoorForTests door = new DoorForTests()) {
            door.keepsRows = false;
            Progress progress = new Progress(System.out, false);
            code = ImportCommand.run(
                    List.of("events", arguments[0]),
                    progress,
                    options -> new ImportCommand(options, door.doors(), () -> "UTC", progress));
        }
        System.exit(code);
    }

    private static void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,customer,name,at,note\n");
            for (int row = 0; row < ROWS; row++) {
                out.write(row + ",customer-" + row % 5000 + ",visit,2026-01-01T00:00:00Z,"
                        + "a note of some length ".repeat(4) + "\n");
            }
        }
    }
}
