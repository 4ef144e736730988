package io.tideline.local.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows on their way to a door, as NDJSON, with the lines they come from and the keys by which they may clash with others. */
final class Batch {
    /** Rows of one request; a door takes 10,000. */
    static final int MAX_ROWS = 5_000;

    /** Bytes after which a batch is sent; a door takes 16 MiB. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final JsonFactory JSON = new JsonFactory();
    private static final SerializedString LINE_END = new SerializedString("\n");
    private static final int EXPECTED_BYTES = 1024 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(EXPECTED_BYTES);
    private final JsonGenerator json;
    private final List<SourceRow> rows = new ArrayList<>(MAX_ROWS);
    private long[] keys = new long[MAX_ROWS];
    private int keyCount;

    Batch() throws IOException {
        this.json = JSON.createGenerator(bytes);
        json.setRootValueSeparator(LINE_END);
    }

    /** Where the next row is to be written. */
    JsonGenerator json() {
        return json;
    }

    void added(SourceRow row) {
        rows.add(row);
    }

    void key(long key) {
        if (keyCount == keys.length) {
            keys = Arrays.copyOf(keys, keyCount * 2);
        }
        keys[keyCount++] = key;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    boolean isFull() {
        return rows.size() >= MAX_ROWS || bytes.size() >= MAX_BYTES;
    }

    int size() {
        return rows.size();
    }

    SourceRow row(int place) {
        return rows.get(place);
    }

    /** Ends the batch and gives its body. */
    byte[] body() throws IOException {
        json.close();
        keys = Arrays.copyOf(keys, keyCount);
        Arrays.sort(keys);
        return bytes.toByteArray();
    }

    /** True where a row of this batch has a key of the other's; both are ended. */
    boolean clashesWith(Batch other) {
        int mine = 0;
        int theirs = 0;
        while (mine < keys.length && theirs < other.keys.length) {
            int order = Long.compare(keys[mine], other.keys[theirs]);
            if (order == 0) {
                return true;
            }
            mine += order < 0 ? 1 : 0;
            theirs += order > 0 ? 1 : 0;
        }
        return false;
    }
}
