package io.tideline.local.imports;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Rows whose first ones were read ahead, to see what the file is like before any of them is used. */
final class SampledRows implements Rows {
    private static final int SAMPLE = 200;

    private final Rows rows;
    private final Queue<SourceRow> ahead = new ArrayDeque<>();

    SampledRows(Rows rows) throws IOException {
        this.rows = rows;
        SourceRow row = rows.next();
        while (row != null) {
            ahead.add(row);
            row = ahead.size() < SAMPLE ? rows.next() : null;
        }
    }

    /** Opens a file as what it is, or as what the options say it is. */
    static SampledRows of(SourceFile file, ImportOptions options) throws IOException {
        String head = file.head();
        String format = options.format() == null ? seenFormat(head) : options.format();
        if (format.equals("ndjson")) {
            return new SampledRows(new NdjsonRows(file.text()));
        }
        if (options.format() == null && head.stripLeading().startsWith("[{")) {
            throw new UsageException(
                    "the file is one JSON array: write one object a line (NDJSON), for example with jq -c '.[]'");
        }
        char separator = options.separator() == null ? Separator.seenIn(head) : options.separator();
        return new SampledRows(new CsvRows(file.text(), separator, options.header()));
    }

    List<SourceRow> sample() {
        return List.copyOf(ahead);
    }

    @Override
    public Columns columns() {
        return rows.columns();
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        SourceRow row = ahead.poll();
        return row != null ? row : rows.next();
    }

    private static String seenFormat(String head) {
        return head.stripLeading().startsWith("{") ? "ndjson" : "csv";
    }
}
