package io.tideline.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a data set, or a part of them. Each figure is crossed off when a test reads it, so that at the end it can be asked whether every one was
 * compared or named as measured elsewhere.
 */
public final class Figures {
    private final JsonNode node;
    private final String path;
    private final Set<String> open;

    private Figures(JsonNode node, String path, Set<String> open) {
        this.node = node;
        this.path = path;
        this.open = open;
    }

    public static Figures of(String dataSet) {
        return of(SharedData.answers(dataSet));
    }

    static Figures of(JsonNode answers) {
        Set<String> open = new TreeSet<>();
        collect(answers, "", open);
        return new Figures(answers, "", open);
    }

    private static void collect(JsonNode node, String path, Set<String> figures) {
        if (node.isObject()) {
            node.properties().forEach(each -> collect(each.getValue(), below(path, each.getKey()), figures));
        } else if (node.isArray()) {
            for (int at = 0; at < node.size(); at++) {
                collect(node.get(at), below(path, Integer.toString(at)), figures);
            }
        } else {
            figures.add(path);
        }
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    public Figures get(String name) {
        return part(node.get(name), name);
    }

    public Figures get(int at) {
        return part(node.get(at), Integer.toString(at));
    }

    private Figures part(@Nullable JsonNode part, String name) {
        if (part == null) {
            throw new AssertionError("There is no answer " + below(path, name));
        }
        return new Figures(part, below(path, name), open);
    }

    public boolean has(String name) {
        return node.has(name);
    }

    /** Parts by name, in the order of the answers. */
    public Map<String, Figures> parts() {
        Map<String, Figures> parts = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> parts.put(name, get(name)));
        return parts;
    }

    /** What is made of each element of a list. */
    public <T> List<T> each(Function<Figures, T> made) {
        List<T> all = new ArrayList<>();
        for (int at = 0; at < node.size(); at++) {
            all.add(made.apply(get(at)));
        }
        return all;
    }

    /** Numbers by name. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        parts().forEach((name, count) -> counts.put(name, count.asInt()));
        return counts;
    }

    public int asInt() {
        return met(node.isIntegralNumber(), "a whole number").intValue();
    }

    public double asDouble() {
        return met(node.isNumber(), "a number").doubleValue();
    }

    public String asText() {
        return met(node.isTextual(), "a text").textValue();
    }

    /** Whether the answer is that there is none. */
    public boolean isNone() {
        return node.isNull() && met(true, "nothing").isNull();
    }

    private JsonNode met(boolean isSo, String expected) {
        if (!isSo) {
            throw new AssertionError("The answer " + path + " is not " + expected + ": " + node);
        }
        open.remove(path);
        return node;
    }

    /** Names figures that are compared nowhere here, each with the reason; a name stands for all below it. */
    public void leaveOut(Map<String, String> reasons) {
        reasons.forEach((name, reason) -> {
            String left = below(path, name);
            if (!open.removeIf(figure -> figure.equals(left) || figure.startsWith(left + "/"))) {
                throw new AssertionError("Compared, or no answer at all: " + left + " (" + reason + ")");
            }
        });
    }

    /** Fails unless every figure of the data set was compared or left out by name. */
    public void assertAllMet() {
        if (!open.isEmpty()) {
            throw new AssertionError(open.size() + " figures are neither compared nor left out: " + open);
        }
    }
}
