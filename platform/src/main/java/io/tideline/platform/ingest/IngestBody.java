package io.tideline.platform.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a body of rows: a JSON array of objects, or one object a line (NDJSON). */
final class IngestBody {
    /** Most rows of one batch. */
    static final int MAX_ROWS = 10_000;

    private static final int MAX_NESTING = 20;
    private static final ObjectReader READER = JsonMapper.builder(new com.fasterxml.jackson.core.JsonFactoryBuilder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readerFor(JsonNode.class);

    private IngestBody() {}

    /** The rows sent. A body that is no JSON is refused whole, with line and column: nothing of it was stored. */
    static List<IngestRow> rows(byte[] body) {
        List<IngestRow> rows = new ArrayList<>();
        try (MappingIterator<JsonNode> values = READER.readValues(body)) {
            while (values.hasNextValue()) {
                JsonNode value = values.nextValue();
                if (value.isArray()) {
                    value.forEach(item -> add(rows, item));
                } else {
                    add(rows, value);
                }
            }
        } catch (JsonProcessingException malformed) {
            throw malformed(malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return rows;
    }

    private static void add(List<IngestRow> rows, JsonNode value) {
        if (!(value instanceof ObjectNode fields)) {
            throw new AppException(
                    ErrorCode.BAD_USER_INPUT,
                    "Row " + rows.size() + " is not a JSON object.",
                    Map.of("row", rows.size()));
        }
        if (rows.size() == MAX_ROWS) {
            throw new AppException(
                    ErrorCode.PAYLOAD_TOO_LARGE,
                    "A batch has at most " + MAX_ROWS + " rows.",
                    Map.of("maxRows", MAX_ROWS));
        }
        rows.add(new IngestRow(rows.size(), fields));
    }

    private static AppException malformed(JsonProcessingException malformed) {
        int line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNr();
        int column =
                malformed.getLocation() == null ? 0 : malformed.getLocation().getColumnNr();
        return new AppException(
                ErrorCode.BAD_USER_INPUT,
                "The body is not JSON at line " + line + ", column " + column + ": " + malformed.getOriginalMessage(),
                Map.of("line", line, "column", column));
    }
}
