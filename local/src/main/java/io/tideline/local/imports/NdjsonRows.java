package io.tideline.local.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows of a file with one JSON object a line. A key that was not met before adds a column. */
final class NdjsonRows implements Rows {
    private static final JsonFactory JSON = new JsonFactory();

    private final BufferedReader text;
    private final Columns columns = new Columns();
    private long line;
    private @Nullable String[] values = {};
    private boolean[] json = {};

    NdjsonRows(BufferedReader text) {
        this.text = text;
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public @Nullable SourceRow next() throws IOException {
        String found = text.readLine();
        line++;
        while (found != null && found.isBlank()) {
            found = text.readLine();
            line++;
        }
        return found == null ? null : row(found);
    }

    private SourceRow row(String found) throws IOException {
        values = new String[columns.size()];
        json = new boolean[columns.size()];
        try (JsonParser parser = JSON.createParser(found)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return SourceRow.faulty(line, BadValue.ofLine(found, "the line is no JSON object"));
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                read(parser);
            }
            if (parser.nextToken() != null) {
                return SourceRow.faulty(line, BadValue.ofLine(found, "more follows the JSON object of the line"));
            }
        } catch (JsonProcessingException e) {
            int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return SourceRow.faulty(
                    line, BadValue.ofLine(found, "no JSON at character " + column + ": " + e.getOriginalMessage()));
        }
        return new SourceRow(line, values, json, null);
    }

    private void read(JsonParser parser) throws IOException {
        int column = columns.placeOf(parser.currentName());
        if (column >= values.length) {
            values = Arrays.copyOf(values, column + 1);
            json = Arrays.copyOf(json, column + 1);
        }
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            values[column] = null;
        } else if (token.isScalarValue()) {
            values[column] = parser.getText();
            json[column] = token != JsonToken.VALUE_STRING;
        } else {
            values[column] = nested(parser);
            json[column] = true;
        }
    }

    private static String nested(JsonParser parser) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(text)) {
            copy.copyCurrentStructure(parser);
        }
        return text.toString();
    }
}
