package io.tideline.local.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.tideline.local.platform.LocalException;
import java.io.Reader;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Rows of a CSV file: quotes, doubled quotes and line ends inside quotes as in RFC 4180; empty lines are passed over. */
final class CsvRows implements Rows {
    /** Longest field, in characters. */
    private static final int MAX_FIELD = 4 * 1024 * 1024;

    private static final boolean[] NO_JSON = {};

    private final Iterator<CsvRecord> records;
    private final Columns columns;
    private @Nullable CsvRecord first;

    CsvRows(Reader text, char separator, boolean header) {
        this.records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(MAX_FIELD)
                .ofCsvRecord(text)
                .iterator();
        CsvRecord head = read();
        if (head == null) {
            throw new UsageException("the file is empty: a header is needed");
        }
        this.columns = header ? Columns.of(head.getFields()) : Columns.numbered(head.getFieldCount());
        this.first = header ? null : head;
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public @Nullable SourceRow next() {
        CsvRecord record = first == null ? read() : first;
        first = null;
        return record == null ? null : row(record);
    }

    private SourceRow row(CsvRecord record) {
        String[] values = record.getFields().toArray(String[]::new);
        BadValue fault = values.length == columns.size()
                ? null
                : BadValue.ofLine(null, "the line has " + values.length + " columns and the header " + columns.size());
        return new SourceRow(record.getStartingLineNumber(), values, NO_JSON, fault);
    }

    private @Nullable CsvRecord read() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw new LocalException(
                    "the file cannot be read as CSV any further: " + e.getMessage() + " (is a quote left open?)", e);
        }
    }
}
