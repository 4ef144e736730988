package io.tideline.local.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows for the doors, in the order in which they are posted. */
final class Rows {
    private final Map<Door, List<Map<String, String>>> rows = new EnumMap<>(Door.class);

    Rows() {
        for (Door door : Door.values()) {
            rows.put(door, new ArrayList<>());
        }
    }

    /** Adds a row of names and values in turn; a value that is null is left out. */
    void add(Door door, @Nullable Object... namesAndValues) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                row.put(String.valueOf(namesAndValues[i]), value.toString());
            }
        }
        list(door).add(row);
    }

    List<Map<String, String>> of(Door door) {
        return List.copyOf(list(door));
    }

    int count() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    /** An amount of hundredths as a decimal. */
    static BigDecimal money(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    private List<Map<String, String>> list(Door door) {
        return rows.getOrDefault(door, List.of());
    }
}
