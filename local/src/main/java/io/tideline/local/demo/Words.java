package io.tideline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Names of people and what they write in surveys, by language, read from {@code words.json} beside this class. */
final class Words {
    private static final JsonNode ALL = read();

    private Words() {}

    static String name(String language, Chance chance) {
        JsonNode words = ALL.path(language);
        String given = chance.one(list(words.path("given")));
        String family = chance.one(list(words.path("family")));
        return words.path("familyFirst").asBoolean() ? family + given : given + " " + family;
    }

    /** @param mood {@code happy}, {@code so_so} or {@code unhappy} */
    static String comment(String language, String mood, Chance chance) {
        return chance.one(list(ALL.path(language).path(mood)));
    }

    private static List<String> list(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asText()));
        return values;
    }

    private static JsonNode read() {
        try (InputStream file = Objects.requireNonNull(Words.class.getResourceAsStream("words.json"))) {
            return Json.MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
