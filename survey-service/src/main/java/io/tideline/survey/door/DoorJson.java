package io.tideline.survey.door;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object from the public, read without trust: every refusal points at the value it is about. */
public final class DoorJson {
    private static final int MAX_NESTING = 8;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final ObjectReader READER = JsonMapper.builder(new JsonFactoryBuilder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readerFor(JsonNode.class);

    private final ObjectNode fields;

    private DoorJson(ObjectNode fields) {
        this.fields = fields;
    }

    /** @param known names of the fields; any other is refused, since it may be a misspelt one whose value would be lost */
    public static DoorJson read(byte[] body, Set<String> known) {
        try {
            if (READER.readValue(body) instanceof ObjectNode fields) {
                fields.fieldNames().forEachRemaining(name -> refuseUnknown(name, known));
                return new DoorJson(fields);
            }
        } catch (JsonProcessingException malformed) {
            throw DoorRefusal.invalid("MALFORMED", "", "The body is not JSON: " + place(malformed) + ".");
        } catch (IOException unreadable) {
            throw DoorRefusal.invalid("MALFORMED", "", "The body is not JSON.");
        }
        throw DoorRefusal.invalid("MALFORMED", "", "The body must be a JSON object.");
    }

    /** The text of a field, or null where it is absent; never blank. */
    public @Nullable String text(String field, int longest) {
        JsonNode value = fields.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw invalid(field, "must be a text");
        }
        String text = value.textValue().strip();
        if (text.codePointCount(0, text.length()) > longest) {
            throw DoorRefusal.invalid("TOO_LONG", "/" + field, "At most " + longest + " characters are taken.");
        }
        if (!isStorable(text)) {
            throw invalid(field, "holds a character that cannot be stored");
        }
        return text.isEmpty() ? null : text;
    }

    public String requiredText(String field, int longest) {
        String text = text(field, longest);
        if (text == null) {
            throw DoorRefusal.invalid("MISSING", "/" + field, "The field " + field + " is needed.");
        }
        return text;
    }

    /** A whole number, or null where the field is absent. A number in quotes or with a fraction is none. */
    public @Nullable Integer integer(String field) {
        JsonNode value = fields.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw invalid(field, "must be a whole number");
        }
        return value.intValue();
    }

    /**
     * An object of texts, truth values and lists of texts, each as a list of texts; empty where the field is absent.
     *
     * @param most fields of the object, and texts of one list
     */
    public Map<String, List<String>> chosen(String field, int most, int longest) {
        JsonNode value = fields.get(field);
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        if (value == null || value.isNull()) {
            return chosen;
        }
        if (!value.isObject() || value.size() > most) {
            throw invalid(field, "must be an object of at most " + most + " answers");
        }
        value.properties().forEach(entry -> chosen.put(entry.getKey(), texts(field, entry, most, longest)));
        return chosen;
    }

    private static List<String> texts(String field, Map.Entry<String, JsonNode> entry, int most, int longest) {
        JsonNode value = entry.getValue();
        List<JsonNode> given = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(given::add);
        } else {
            given.add(value);
        }
        boolean fit = given.size() <= most
                && given.stream()
                        .allMatch(one -> one.isBoolean()
                                || (one.isTextual()
                                        && one.textValue().length() <= longest
                                        && isStorable(one.textValue())));
        if (!fit || !isStorable(entry.getKey())) {
            throw DoorRefusal.invalid(
                    "INVALID", "/" + field, "An answer is a text, true or false, or a list of texts.");
        }
        return given.stream().map(one -> one.asText().strip()).toList();
    }

    /** A truth value, or what is usual where the field is absent. */
    public boolean flag(String field, boolean usual) {
        JsonNode value = fields.get(field);
        if (value == null || value.isNull()) {
            return usual;
        }
        if (!value.isBoolean()) {
            throw invalid(field, "must be true or false");
        }
        return value.booleanValue();
    }

    /** A moment in RFC 3339 with an offset, or null where the field is absent. */
    public @Nullable Instant instant(String field) {
        String text = text(field, 40);
        try {
            Instant moment = text == null ? null : OffsetDateTime.parse(text).toInstant();
            if (moment != null && (moment.isBefore(EARLIEST) || !moment.isBefore(LATEST))) {
                throw invalid(field, "must lie between " + EARLIEST + " and " + LATEST);
            }
            return moment;
        } catch (DateTimeException noMoment) {
            throw invalid(field, "must be a moment with an offset, such as 2026-03-01T09:30:00Z");
        }
    }

    public static DoorRefusal invalid(String field, String what) {
        return DoorRefusal.invalid("INVALID", "/" + field, "The field " + field + " " + what + ".");
    }

    private static void refuseUnknown(String name, Set<String> known) {
        if (!known.contains(name)) {
            String pointer = "/" + name.replace("~", "~0").replace("/", "~1");
            throw DoorRefusal.invalid("UNKNOWN_FIELD", pointer, "Known fields are " + String.join(", ", known) + ".");
        }
    }

    /** PostgreSQL stores no NUL and UTF-8 has no lone surrogate. */
    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }

    private static String place(JsonProcessingException malformed) {
        return malformed.getLocation() == null
                ? "it ends too early"
                : "line " + malformed.getLocation().getLineNr() + ", column "
                        + malformed.getLocation().getColumnNr();
    }
}
