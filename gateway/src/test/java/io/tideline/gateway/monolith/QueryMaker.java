package io.tideline.gateway.monolith;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes operations against a world: aliases, fragments, conditions, arguments, variables. */
final class QueryMaker {
    private static final int DEEPEST = 5;
    private static final int MOST_FIELDS = 40;

    private final World world;
    private final Dice dice;
    private final boolean careful;
    private final Map<String, String> fragments = new LinkedHashMap<>();
    private final Map<String, List<String>> fragmentsOf = new LinkedHashMap<>();
    private final Map<String, String> declared = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private int left = MOST_FIELDS;
    private int names;

    record Question(String text, Map<String, @Nullable Object> variables) {}

    private QueryMaker(World world, Dice dice, boolean careful) {
        this.world = world;
        this.dice = dice;
        this.careful = careful;
    }

    /** A careful one gives every field an alias of its own: it is always valid. */
    static Question make(World world, long seed, boolean careful) {
        Dice dice = new Dice(seed);
        QueryMaker maker = new QueryMaker(world, dice, careful);
        boolean mutation = world.types.containsKey("Mutation") && dice.in(25);
        String body = maker.selection(world.type(mutation ? "Mutation" : "Query"), 0, true);
        String head = maker.declared.isEmpty()
                ? (mutation ? "mutation" : "query")
                : (mutation ? "mutation (" : "query (") + String.join(", ", maker.declared.values()) + ")";
        String text = head + " " + body + " " + String.join(" ", maker.fragments.values());
        return new Question(text.strip(), maker.values);
    }

    private String selection(World.Type type, int depth, boolean live) {
        List<String> parts = new ArrayList<>();
        int size = dice.between(1, depth == 0 ? 3 : 4);
        for (int count = 0; count < size; count++) {
            String part = part(type, depth, live);
            if (part != null) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            parts.add("__typename");
        }
        return "{ " + String.join(" ", parts) + " }";
    }

    private @Nullable String part(World.Type type, int depth, boolean live) {
        int choice = dice.below(100);
        if (type.kind == World.Kind.ROOT) {
            return choice < 4 ? typename() : choice < 12 ? inline(type, depth, live) : field(type, depth, live);
        }
        if (choice < 10) {
            return typename();
        }
        if (type.isAbstract() ? choice < 60 : choice < 20) {
            return inline(type, depth, live);
        }
        return choice > 92 ? spread(type, depth, live) : field(type, depth, live);
    }

    private String typename() {
        return dice.in(30) ? "kind" + dice.below(2) + ": __typename" : "__typename";
    }

    private @Nullable String field(World.Type type, int depth, boolean live) {
        if (--left < 0) {
            return null;
        }
        String condition = condition();
        boolean here = live && isMet(condition);
        List<World.Field> able = type.fields.values().stream()
                .filter(field -> depth < DEEPEST || !world.isComposite(field.type))
                .filter(field -> !field.poisoned || !here)
                .collect(Collectors.toList());
        if (able.isEmpty()) {
            return "__typename" + condition;
        }
        World.Field field = dice.one(able);
        String below = world.isComposite(field.type) ? " " + selection(world.type(field.type), depth + 1, here) : "";
        return alias() + field.name + arguments(field) + condition + below;
    }

    private String alias() {
        if (careful) {
            return "n" + names++ + ": ";
        }
        int choice = dice.below(100);
        if (choice < 12) {
            return "z" + dice.below(4) + ": ";
        }
        return choice < 18 ? dice.one(List.of("id", "code", "red", "part", "blue")) + ": " : "";
    }

    private String arguments(World.Field field) {
        List<String> given = new ArrayList<>();
        for (World.Argument argument : field.arguments) {
            if (argument.type().endsWith("!") || dice.in(60)) {
                given.add(argument.name() + ": " + value(argument));
            }
        }
        return given.isEmpty() ? "" : "(" + String.join(", ", given) + ")";
    }

    private String value(World.Argument argument) {
        switch (argument.name()) {
            case "where" -> {
                return where(argument);
            }
            case "shade" -> {
                return dice.in(60) ? Inputs.shade(dice) : variable("s", argument.type(), Inputs.shade(dice));
            }
            default -> {}
        }
        boolean number = argument.name().equals("size");
        if (dice.in(60)) {
            return number ? String.valueOf(dice.below(3)) : "[\"a\\\"b\"]";
        }
        String name = (argument.type().endsWith("!") ? "must" : "v")
                + (number ? dice.below(2) : 2)
                + argument.type().replaceAll("\\W", "");
        boolean must = argument.type().endsWith("!");
        boolean otherwise = !must && dice.in(30);
        if (declared.containsKey(name)) {
            return "$" + name;
        }
        declared.put(name, "$" + name + ": " + argument.type() + (otherwise ? (number ? " = 9" : " = [\"x\"]") : ""));
        if (must || dice.in(60)) {
            values.put(name, number ? (Object) dice.below(5) : List.of("q"));
        }
        return "$" + name;
    }

    private String where(World.Argument argument) {
        if (dice.in(40)) {
            return variable("w" + dice.below(2), argument.type(), Inputs.value(dice));
        }
        return Inputs.literal(
                dice, () -> dice.in(40) ? variable("n", "Int!", dice.below(5)) : String.valueOf(dice.below(5)));
    }

    /** A variable of a nullable type may be left out, or null. */
    private String variable(String name, String type, Object value) {
        if (declared.put(name, "$" + name + ": " + type) == null && (type.endsWith("!") || dice.in(70))) {
            values.put(name, !type.endsWith("!") && dice.in(10) ? null : value);
        }
        return "$" + name;
    }

    /** Empty or with a space before it. */
    private String condition() {
        if (!dice.in(14)) {
            return "";
        }
        String kind = dice.in(50) ? " @include(if: " : " @skip(if: ";
        if (dice.in(30)) {
            return kind + dice.in(50) + ")";
        }
        String name = "if" + dice.below(3);
        if (!declared.containsKey(name)) {
            boolean otherwise = dice.in(30);
            declared.put(name, "$" + name + ": Boolean" + (otherwise ? " = " + dice.in(50) : "!"));
            if (!otherwise) {
                values.put(name, dice.in(50));
            }
        }
        return kind + "$" + name + ")";
    }

    private boolean isMet(String condition) {
        if (condition.isEmpty()) {
            return true;
        }
        String value = condition.substring(condition.indexOf("if: ") + 4, condition.length() - 1);
        boolean met = value.startsWith("$") ? isTrue(value.substring(1)) : value.equals("true");
        return condition.contains("@include") == met;
    }

    private boolean isTrue(String variable) {
        Object value = values.get(variable);
        return value == null ? declared.getOrDefault(variable, "").endsWith("= true") : value.equals(true);
    }

    private @Nullable String inline(World.Type type, int depth, boolean live) {
        if (--left < 0) {
            return null;
        }
        String condition = condition();
        World.Type on = narrowed(type);
        String head = on == type && dice.in(40) ? "..." : "... on " + on.name;
        return head + condition + " " + selection(on, depth, live && isMet(condition));
    }

    private World.Type narrowed(World.Type type) {
        if (type.kind == World.Kind.ROOT || dice.in(15)) {
            return type;
        }
        List<World.Type> able = world.types.values().stream()
                .filter(other -> other.possible().stream().anyMatch(type.possible()::contains))
                .collect(Collectors.toList());
        return able.isEmpty() ? type : dice.one(able);
    }

    private @Nullable String spread(World.Type type, int depth, boolean live) {
        if (--left < 0) {
            return null;
        }
        List<String> known = fragmentsOf.getOrDefault(type.name + live, List.of());
        if (!known.isEmpty() && dice.in(50)) {
            return "..." + dice.one(known);
        }
        String name = "part" + names++;
        World.Type on = narrowed(type);
        String condition = condition();
        boolean here = live && isMet(condition);
        String body = selection(on, Math.min(depth + 1, DEEPEST), here);
        fragments.put(name, "fragment " + name + " on " + on.name + " " + body);
        fragmentsOf.computeIfAbsent(type.name + here, any -> new ArrayList<>()).add(name);
        return "..." + name + condition;
    }
}
