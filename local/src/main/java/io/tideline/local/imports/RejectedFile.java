package io.tideline.local.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.tideline.local.platform.LocalException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that did not get in: line, column, value, reason, and the row as it was. Made when the first one comes. */
final class RejectedFile implements RejectedRows {
    private final Path file;
    private final Columns columns;
    private @Nullable CsvWriter writer;
    private int width;

    RejectedFile(Path file, Columns columns) {
        this.file = file;
        this.columns = columns;
    }

    /** Where the bad rows of a file go, what an earlier run left there being removed. */
    static Path place(ImportOptions options) throws IOException {
        Path beside =
                options.file().toAbsolutePath().resolveSibling(options.file().getFileName() + ".rejected.csv");
        Path place = options.rejected() != null ? options.rejected() : beside;
        if (Files.exists(place) && !Files.isWritable(place.toAbsolutePath().getParent())) {
            throw new UsageException(place + " is of an earlier run and cannot be replaced: say --rejected PATH");
        }
        Files.deleteIfExists(place);
        return place;
    }

    @Override
    public synchronized void add(SourceRow row, BadValue fault) {
        List<String> cells = new ArrayList<>();
        cells.add(Long.toString(row.line()));
        cells.add(fault.column());
        cells.add(fault.value() == null ? "" : fault.value());
        cells.add(fault.reason());
        try {
            CsvWriter out = open();
            for (int column = 0; column < Math.max(width, row.width()); column++) {
                String value = row.value(column);
                cells.add(value == null ? "" : value);
            }
            out.writeRecord(cells);
        } catch (IOException | UncheckedIOException e) {
            throw new LocalException(
                    "cannot write the bad rows to " + file + " (" + e.getMessage() + "): say --rejected PATH", e);
        }
    }

    @Override
    public String whereTold() {
        return "see " + file;
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }

    private CsvWriter open() throws IOException {
        CsvWriter open = writer;
        if (open == null) {
            open = CsvWriter.builder().build(file);
            List<String> header = new ArrayList<>(List.of("line", "column", "value", "reason"));
            header.addAll(columns.names());
            width = columns.size();
            open.writeRecord(header);
            writer = open;
        }
        return open;
    }
}
