package io.tideline.local.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** The columns of a file in their order. A name that comes again is {@code name#2}; {@code #3} is the third column whatever its name. */
final class Columns {
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    static Columns of(List<String> header) {
        Columns columns = new Columns();
        header.forEach(columns::add);
        return columns;
    }

    /** Columns {@code #1 … #n} of a file without a header. */
    static Columns numbered(int width) {
        Columns columns = new Columns();
        for (int at = 1; at <= width; at++) {
            columns.add("#" + at);
        }
        return columns;
    }

    int size() {
        return names.size();
    }

    String name(int column) {
        return column < names.size() ? names.get(column) : "#" + (column + 1);
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /** The column of a name, added at the end where it is new. */
    int placeOf(String name) {
        Integer known = places.get(name);
        return known != null ? known : add(name);
    }

    /** A column by its exact name, by {@code #number}, or by its name in other letter case where only one fits. */
    OptionalInt find(String name) {
        Integer exact = places.get(name);
        if (exact != null) {
            return OptionalInt.of(exact);
        }
        if (name.matches("#\\d{1,5}")) {
            int number = Integer.parseInt(name.substring(1));
            return number >= 1 && number <= names.size() ? OptionalInt.of(number - 1) : OptionalInt.empty();
        }
        List<String> alike =
                names.stream().filter(name::equalsIgnoreCase).limit(2).toList();
        return alike.size() == 1 ? find(alike.get(0)) : OptionalInt.empty();
    }

    String listed() {
        return names.stream().map(Columns::shown).collect(Collectors.joining(", "));
    }

    private int add(String given) {
        String base = given.isBlank() ? "#" + (names.size() + 1) : given.strip();
        String name = base;
        for (int again = 2; places.containsKey(name); again++) {
            name = base + "#" + again;
        }
        names.add(name);
        places.put(name, names.size() - 1);
        return names.size() - 1;
    }

    private static String shown(String name) {
        return name.indexOf(',') >= 0 ? '"' + name + '"' : name;
    }
}
