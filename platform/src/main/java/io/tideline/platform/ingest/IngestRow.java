package io.tideline.platform.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One row as it was sent. Getters reject the row, naming field and value, where a value is missing or is not what the field holds. */
public final class IngestRow {
    /** Longest text a field takes, in characters. */
    public static final int MAX_TEXT = 4000;

    /** Longest text that things are found by, in characters; a database index holds no longer ones. */
    public static final int MAX_KEY = 300;

    /** Earliest moment that a fact of a business may have; the year 1 is what broken exports send. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** First moment that is too late; the database would take years that no calendar of a client knows. */
    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final int SHOWN_OF_A_VALUE = 200;
    private static final int MAX_EXPONENT = 30;

    private final int index;
    private final ObjectNode fields;

    IngestRow(int index, ObjectNode fields) {
        this.index = index;
        this.fields = fields;
    }

    /** A row that comes from elsewhere than a batch, such as the input of a mutation, to be read and refused alike. */
    public static IngestRow of(int index, Map<String, ?> fields) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        fields.forEach((field, value) -> row.put(field, value == null ? null : value.toString()));
        return new IngestRow(index, row);
    }

    public int index() {
        return index;
    }

    public boolean has(String field) {
        JsonNode value = fields.get(field);
        return value != null
                && !value.isNull()
                && !(value.isTextual() && value.textValue().isBlank());
    }

    /** The trimmed text, or null where absent or blank. */
    public @Nullable String text(String field) {
        if (!has(field)) {
            return null;
        }
        JsonNode value = fields.get(field);
        if (value.isContainerNode()) {
            throw invalid(field, "must be a text");
        }
        return checked(field, value.asText().strip());
    }

    public String requiredText(String field) {
        String value = text(field);
        if (value == null) {
            throw new RowRejection("MISSING", field, null, "The field " + field + " is needed.");
        }
        return value;
    }

    /** A short text that things are found by: an id of the organisation's own, a tag. Null where absent or blank. */
    public @Nullable String key(String field) {
        String value = text(field);
        if (value != null && value.length() > MAX_KEY) {
            throw new RowRejection(
                    "TOO_LONG",
                    field,
                    value.substring(0, SHOWN_OF_A_VALUE) + "…",
                    "The field " + field + " is longer than " + MAX_KEY + " characters.");
        }
        return value;
    }

    public String requiredKey(String field) {
        String value = key(field);
        if (value == null) {
            throw new RowRejection("MISSING", field, null, "The field " + field + " is needed.");
        }
        return value;
    }

    /** A moment in RFC 3339 with an offset, from {@link #EARLIEST} up to, but without, {@link #LATEST}. */
    public @Nullable Instant instant(String field) {
        String value = text(field);
        if (value == null) {
            return null;
        }
        try {
            Instant moment = InstantText.parse(value);
            if (moment.isBefore(EARLIEST) || !moment.isBefore(LATEST)) {
                throw invalid(field, "must lie between the years 1900 and 2200");
            }
            return moment;
        } catch (DateTimeException noMoment) {
            throw invalid(field, "must be a moment with an offset, such as 2026-03-01T09:30:00Z");
        }
    }

    public Instant requiredInstant(String field) {
        requiredText(field);
        Instant value = instant(field);
        if (value == null) {
            throw new RowRejection("MISSING", field, null, "The field " + field + " is needed.");
        }
        return value;
    }

    public @Nullable BigDecimal decimal(String field) {
        if (!has(field)) {
            return null;
        }
        JsonNode value = fields.get(field);
        try {
            BigDecimal number = value.isNumber()
                    ? value.decimalValue()
                    : new BigDecimal(value.asText().strip());
            if (Math.abs(number.scale()) > MAX_EXPONENT || number.precision() > MAX_EXPONENT) {
                throw invalid(field, "has more digits than can be stored");
            }
            return number;
        } catch (NumberFormatException noNumber) {
            throw invalid(field, "must be a decimal number with a point");
        }
    }

    public BigDecimal requiredDecimal(String field) {
        BigDecimal value = decimal(field);
        if (value == null) {
            throw new RowRejection("MISSING", field, null, "The field " + field + " is needed.");
        }
        return value;
    }

    public @Nullable Long integer(String field) {
        BigDecimal value = decimal(field);
        try {
            return value == null ? null : value.longValueExact();
        } catch (ArithmeticException fraction) {
            throw invalid(field, "must be a whole number");
        }
    }

    /** The fields whose names are not among these, as a JSON object: an event's own properties. */
    public String otherFields(Set<String> known) {
        ObjectNode others = fields.objectNode();
        fields.properties().forEach(field -> {
            if (!known.contains(field.getKey())) {
                others.set(checked("property name", field.getKey()), field.getValue());
            }
        });
        String text = others.toString();
        if (text.contains("\\u0000")) {
            throw new RowRejection("INVALID", "properties", null, "A property holds a NUL character.");
        }
        return text;
    }

    /** The row's fields by name, the text that its id is made from where it has none of its own. */
    public String canonical() {
        Map<String, JsonNode> sorted = new TreeMap<>();
        fields.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        return sorted.toString();
    }

    public RowRejection invalid(String field, String what) {
        return new RowRejection("INVALID", field, shown(field), "The field " + field + " " + what + ".");
    }

    private @Nullable String shown(String field) {
        JsonNode value = fields.get(field);
        if (value == null) {
            return null;
        }
        String text = value.asText(value.toString());
        return text.length() > SHOWN_OF_A_VALUE ? text.substring(0, SHOWN_OF_A_VALUE) + "…" : text;
    }

    private String checked(String field, String value) {
        if (value.length() > MAX_TEXT) {
            throw new RowRejection(
                    "TOO_LONG",
                    field,
                    value.substring(0, SHOWN_OF_A_VALUE) + "…",
                    "The field " + field + " is longer than " + MAX_TEXT + " characters.");
        }
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            boolean paired = Character.isHighSurrogate(letter)
                    && at + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(at + 1));
            if (letter == 0 || (Character.isSurrogate(letter) && !paired)) {
                throw new RowRejection(
                        "INVALID", field, null, "The field " + field + " holds a character that cannot be stored.");
            }
            at += paired ? 1 : 0;
        }
        return value;
    }
}
