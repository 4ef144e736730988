package io.tideline.local.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which column of the file fills which field of the door's row.
 *
 * @param sources for each target of the kind its source, null where the file has none
 * @param properties further fields of an event, to their columns
 * @param allProperties whether every column that fills no field is a property too
 * @param where for each such column the text that a row must hold to be taken
 */
record Mapping(
        Kind kind,
        Columns columns,
        List<@Nullable Source> sources,
        Map<String, Integer> properties,
        boolean allProperties,
        Map<Integer, String> where) {

    static Mapping of(ImportOptions options, Columns columns) {
        Kind kind = options.kind();
        checkNames(options);
        List<@Nullable Source> sources = new ArrayList<>();
        for (Target target : kind.targets()) {
            sources.add(source(target, options, columns));
        }
        Map<String, Integer> properties = new LinkedHashMap<>();
        options.map().forEach((name, column) -> {
            if (kind.place(name) < 0 && !column.isBlank()) {
                properties.put(name, column(column, columns));
            }
        });
        Map<Integer, String> where = new LinkedHashMap<>();
        options.where().forEach((column, text) -> where.put(column(column, columns), text));
        return new Mapping(kind, columns, sources, properties, options.allProperties(), where);
    }

    /** True for a row that the import wants. */
    boolean takes(SourceRow row) {
        for (Map.Entry<Integer, String> wanted : where.entrySet()) {
            if (!wanted.getValue().equals(row.value(wanted.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** The column behind a field of the door, under whose name a refused row is reported. */
    String columnOf(String field) {
        int place = kind.place(field);
        Source source = place < 0 ? null : sources.get(place);
        if (source != null) {
            return source.shown(columns);
        }
        Integer property = properties.get(field);
        return property == null ? field : columns.name(property);
    }

    boolean fills(int column) {
        return properties.containsValue(column)
                || sources.stream()
                        .anyMatch(source -> source != null && source.columns().contains(column));
    }

    /** Columns whose texts are numbers. */
    List<Integer> numberColumns() {
        List<Integer> found = new ArrayList<>();
        for (int at = 0; at < sources.size(); at++) {
            Source source = sources.get(at);
            ValueType type = kind.targets().get(at).type();
            if (source != null && (type == ValueType.DECIMAL || type == ValueType.INTEGER)) {
                found.addAll(source.columns());
            }
        }
        return found;
    }

    String shown() {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < sources.size(); at++) {
            Source source = sources.get(at);
            if (source != null) {
                parts.add(kind.targets().get(at).name() + "=" + source.shown(columns));
            }
        }
        properties.forEach((name, column) -> parts.add(name + "=" + columns.name(column)));
        return String.join(", ", parts) + (allProperties ? ", and all other columns" : "");
    }

    private static void checkNames(ImportOptions options) {
        Kind kind = options.kind();
        options.set().keySet().forEach(name -> checkTarget(kind, name, "--set"));
        for (String name : options.map().keySet()) {
            if (!kind.takesProperties()) {
                checkTarget(kind, name, "--map");
            }
            if (options.set().containsKey(name)) {
                throw new UsageException("both --map and --set name " + name);
            }
        }
    }

    private static void checkTarget(Kind kind, String name, String option) {
        if (kind.place(name) < 0) {
            throw new UsageException(
                    option + ": " + kind.label() + " have no target " + name + "; there are " + targets(kind));
        }
    }

    private static @Nullable Source source(Target target, ImportOptions options, Columns columns) {
        String constant = options.set().get(target.name());
        if (constant != null) {
            return Source.constant(constant);
        }
        String mapped = options.map().get(target.name());
        if (mapped != null && !mapped.isBlank()) {
            return mapped(target, mapped, columns);
        }
        OptionalInt same = mapped == null ? columns.find(target.name()) : OptionalInt.empty();
        if (same.isPresent()) {
            return new Source(List.of(same.getAsInt()), null);
        }
        if (target.required()) {
            throw new UsageException(
                    "the target " + target.name() + " of " + options.kind().label()
                            + " is needed: write --map " + target.name() + "=COLUMN or --set " + target.name()
                            + "=VALUE; the columns are " + columns.listed());
        }
        return null;
    }

    private static Source mapped(Target target, String text, Columns columns) {
        boolean isProduct = text.indexOf('*') > 0 && columns.find(text).isEmpty();
        if (!isProduct) {
            return new Source(List.of(column(text, columns)), null);
        }
        if (target.type() != ValueType.DECIMAL) {
            throw new UsageException(
                    "--map " + target.name() + "=" + text + ": only amounts can be a product of columns");
        }
        List<Integer> factors = new ArrayList<>();
        for (String factor : text.split("\\*", -1)) {
            factors.add(column(factor.strip(), columns));
        }
        return new Source(factors, null);
    }

    private static int column(String name, Columns columns) {
        return columns.find(name)
                .orElseThrow(() -> new UsageException(
                        "the file has no column '" + name + "'; the columns are " + columns.listed()));
    }

    private static String targets(Kind kind) {
        return kind.targets().stream().map(Target::name).collect(Collectors.joining(", "));
    }
}
