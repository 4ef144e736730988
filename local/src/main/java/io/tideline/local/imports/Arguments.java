package io.tideline.local.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words and options of a command line, before they mean anything. */
final class Arguments {
    private static final Set<String> SWITCHES = Set.of("dry-run", "keep-going", "no-wait", "no-header");
    private static final Set<String> REPEATED = Set.of("map", "set", "where", "null");
    private static final Set<String> VALUED = Set.of(
            "format",
            "separator",
            "encoding",
            "time-zone",
            "decimal",
            "date-format",
            "order-by",
            "properties",
            "tenant",
            "rejected");

    private final List<String> words = new ArrayList<>();
    private final Map<String, List<String>> options = new HashMap<>();

    static Arguments of(List<String> given) {
        Arguments arguments = new Arguments();
        List<String> rest = new ArrayList<>(given);
        while (!rest.isEmpty()) {
            String next = rest.remove(0);
            if (next.startsWith("--")) {
                arguments.option(next.substring(2), rest);
            } else {
                arguments.words.add(next);
            }
        }
        if (arguments.words.size() != 2) {
            throw new UsageException(
                    "a kind and a file are needed, and nothing else without --; given: " + arguments.words);
        }
        return arguments;
    }

    List<String> words() {
        return List.copyOf(words);
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    @Nullable
    String text(String name) {
        List<String> values = options.get(name);
        return values == null ? null : values.get(values.size() - 1);
    }

    String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    @Nullable
    String oneOf(String name, String... known) {
        String value = text(name);
        if (value != null && !List.of(known).contains(value)) {
            throw new UsageException("--" + name + " " + value + " is none of " + String.join(" | ", known));
        }
        return value;
    }

    Set<String> list(String name) {
        Set<String> all = new LinkedHashSet<>();
        options.getOrDefault(name, List.of()).forEach(value -> all.addAll(split(value)));
        return all;
    }

    /** {@code a=b,c="d,e"} as a map in the order given. */
    Map<String, String> pairs(String name) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String value : options.getOrDefault(name, List.of())) {
            for (String pair : split(value)) {
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    throw new UsageException("--" + name + " " + pair + " is not of the form name=value");
                }
                String before = pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
                if (before != null) {
                    throw new UsageException("--" + name + " names " + pair.substring(0, equals) + " twice");
                }
            }
        }
        return pairs;
    }

    private void option(String text, List<String> rest) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        if (SWITCHES.contains(name) && equals < 0) {
            options.put(name, List.of(""));
            return;
        }
        if (!VALUED.contains(name) && !REPEATED.contains(name)) {
            throw new UsageException("there is no option --" + text);
        }
        if (equals < 0 && rest.isEmpty()) {
            throw new UsageException("--" + name + " needs a value");
        }
        if (has(name) && !REPEATED.contains(name)) {
            throw new UsageException("--" + name + " is given twice");
        }
        options.computeIfAbsent(name, key -> new ArrayList<>())
                .add(equals < 0 ? rest.remove(0) : text.substring(equals + 1));
    }

    /** Parts between commas; a comma inside double quotes is kept, the quotes are not. */
    private static List<String> split(String value) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < value.length(); at++) {
            char letter = value.charAt(at);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(letter);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
