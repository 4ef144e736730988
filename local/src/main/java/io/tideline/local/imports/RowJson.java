package io.tideline.local.imports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a row as the door reads it: numbers of things as JSON numbers, amounts and all else as texts, absent values not at all. */
final class RowJson {
    private final Mapping mapping;
    private final SerializedString[] names;
    private final boolean[] whole;
    private boolean[] fills = {};

    RowJson(Mapping mapping) {
        this.mapping = mapping;
        int targets = mapping.kind().targets().size();
        this.names = new SerializedString[targets];
        this.whole = new boolean[targets];
        for (int at = 0; at < targets; at++) {
            Target target = mapping.kind().targets().get(at);
            names[at] = new SerializedString(target.name());
            whole[at] = target.type() == ValueType.INTEGER;
        }
    }

    void write(@Nullable String[] values, SourceRow row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (int at = 0; at < names.length; at++) {
            String value = values[at];
            if (value != null) {
                json.writeFieldName(names[at]);
                if (whole[at]) {
                    json.writeNumber(Long.parseLong(value));
                } else {
                    json.writeString(value);
                }
            }
        }
        for (Map.Entry<String, Integer> property : mapping.properties().entrySet()) {
            property(property.getKey(), property.getValue(), row, json);
        }
        if (mapping.allProperties()) {
            others(row, json);
        }
        json.writeEndObject();
    }

    private void others(SourceRow row, JsonGenerator json) throws IOException {
        if (fills.length < row.width()) {
            fills = new boolean[row.width()];
            for (int column = 0; column < fills.length; column++) {
                fills[column] = mapping.fills(column)
                        || mapping.kind().place(mapping.columns().name(column)) >= 0;
            }
        }
        for (int column = 0; column < row.width(); column++) {
            if (!fills[column]) {
                property(mapping.columns().name(column), column, row, json);
            }
        }
    }

    private static void property(String name, int column, SourceRow row, JsonGenerator json) throws IOException {
        String value = row.value(column);
        if (value == null || value.isEmpty()) {
            return;
        }
        json.writeFieldName(name);
        if (row.isJson(column)) {
            json.writeRawValue(value);
        } else {
            json.writeString(value);
        }
    }
}
