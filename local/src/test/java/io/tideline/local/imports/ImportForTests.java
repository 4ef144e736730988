package io.tideline.local.imports;

import io.tideline.local.platform.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command on files of a folder of its own, against a door of its own, and keeps what it says. */
class ImportForTests {
    static final String EVENTS = "id,customer,name,at\n";

    final Path folder;
    final DoorForTests door = new DoorForTests();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    ImportForTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        door.close();
    }

    int run(String kind, Path file, String options) {
        List<String> arguments = new ArrayList<>(List.of(kind, file.toString()));
        arguments.addAll(Arrays.stream(options.split(" "))
                .filter(word -> !word.isEmpty())
                .toList());
        return ImportCommand.run(arguments, progress(), options0 -> command(options0));
    }

    ImportCommand command(ImportOptions options) {
        return new ImportCommand(options, door.doors(), () -> "Asia/Tokyo", progress());
    }

    Progress progress() {
        return new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), false);
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    String lastLine() {
        String[] lines = said().split("\n");
        return lines[lines.length - 1].strip();
    }

    Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), text);
    }

    static Path rejectedOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".rejected.csv");
    }
}
