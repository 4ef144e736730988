package io.tideline.gateway.monolith;

import io.tideline.gateway.supergraph.FieldSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the types of a world and lets subgraphs know them. Entities can be reached from wherever they are known: the
 * subgraphs that own fields of one are tied together by keys that both ends resolve.
 */
final class TypeMaker {
    static final String ALIKE = "alike";

    private static final List<String> LEAVES = List.of("Int", "Float", "Boolean", "String", "ID", Inputs.SHADE);
    private static final List<String> NAMES =
            List.of("red", "blue", "green", "gold", "grey", "pink", "teal", "plum", "lime", "rose", "sand", "jade");
    private static final List<String> KEYS = List.of("id", "code", "upper lower", "part { code }", "number id");

    final World world;
    final Dice dice;

    TypeMaker(World world, Dice dice) {
        this.world = world;
        this.dice = dice;
    }

    World.Type add(String name, World.Kind kind) {
        World.Type type = new World.Type(name, kind);
        world.types.put(name, type);
        return type;
    }

    /** A field under a name the type has not used; other types may use it for something else. */
    World.@Nullable Field addField(World.Type type, String fieldType) {
        List<String> free = new ArrayList<>(NAMES);
        free.removeAll(type.fields.keySet());
        if (free.isEmpty()) {
            return null;
        }
        World.Field field = new World.Field(dice.one(free), fieldType, dice.in(20) ? arguments() : List.of());
        type.fields.put(field.name, field);
        return field;
    }

    private List<World.Argument> arguments() {
        List<World.Argument> arguments = new ArrayList<>();
        arguments.add(
                switch (dice.below(3)) {
                    case 0 -> new World.Argument("size", "Int!", null);
                    case 1 -> new World.Argument("size", "Int", "4");
                    default -> new World.Argument("size", "Int", null);
                });
        if (dice.in(40)) {
            arguments.add(new World.Argument("tone", "[String!]", dice.in(50) ? "[\"dark\"]" : null));
        }
        if (dice.in(40)) {
            arguments.add(new World.Argument("where", Inputs.FILTER, null));
        }
        if (dice.in(30)) {
            arguments.add(new World.Argument("shade", Inputs.SHADE, dice.in(50) ? "LIGHT" : null));
        }
        return arguments;
    }

    String leaf() {
        return dice.one(LEAVES);
    }

    /** Lists and non-nulls around a type. */
    String wrap(String named) {
        return switch (dice.below(10)) {
            case 0, 1 -> named + "!";
            case 2 -> "[" + named + "]";
            case 3 -> "[" + named + "!]!";
            case 4 -> dice.in(30) ? "[[" + named + "!]]" : "[" + named + "!]";
            default -> named;
        };
    }

    void value(int number) {
        World.Type value = add("Value" + number, World.Kind.VALUE);
        int fields = dice.between(1, 3);
        for (int count = 0; count < fields; count++) {
            addField(value, wrap(leaf()));
        }
        List<World.Type> others = world.types.values().stream()
                .filter(type -> type != value && type.kind != World.Kind.ROOT && type.objectIn == null)
                .toList();
        if (!others.isEmpty() && dice.in(40)) {
            addField(value, wrap(dice.one(others).name));
        }
    }

    void entity(int number) {
        World.Type entity = add("Entity" + number, World.Kind.ENTITY);
        entity.homes.addAll(dice.some(world.graphs, dice.in(80) ? 2 : 1));
        addKey(entity, entity.homes.get(0), dice.one(KEYS), true);
        for (int home = 1; home < entity.homes.size(); home++) {
            String before = entity.homes.get(dice.below(home));
            String key = dice.in(60)
                    ? dice.one(entity.at.getOrDefault(before, List.of())).fields()
                    : dice.one(KEYS);
            addKey(entity, before, key, true);
            addKey(entity, entity.homes.get(home), key, true);
        }
        if (dice.in(30)) {
            addKey(entity, dice.one(entity.homes), dice.one(KEYS), dice.in(50));
        }
    }

    void addKey(World.Type entity, String graph, String fields, boolean resolvable) {
        List<World.Key> keys = entity.at.computeIfAbsent(graph, any -> new ArrayList<>());
        boolean before = keys.stream().anyMatch(key -> key.fields().equals(fields) && key.resolvable());
        keys.removeIf(key -> key.fields().equals(fields));
        keys.add(new World.Key(fields, resolvable || before));
        for (FieldSet.Part part : FieldSet.parse(fields).parts()) {
            World.Field field = keyField(entity, ((FieldSet.Member) part).name());
            field.at.computeIfAbsent(graph, any -> new World.Part());
            know(field.type, graph);
        }
    }

    private World.Field keyField(World.Type entity, String name) {
        return entity.fields.computeIfAbsent(name, any -> {
            World.Field field =
                    switch (name) {
                        case "id" -> new World.Field(name, "ID!", List.of());
                        case "part" -> new World.Field(name, part().name + "!", List.of());
                        case "upper", "lower", "number" -> new World.Field(name, "Int!", List.of());
                        default -> new World.Field(name, dice.in(50) ? "Int!" : "String!", List.of());
                    };
            field.identity = switch (name) {
                case "upper" -> World.Identity.UPPER;
                case "lower" -> World.Identity.LOWER;
                default -> World.Identity.WHOLE;
            };
            return field;
        });
    }

    private World.Type part() {
        World.Type known = world.types.get("Part");
        if (known != null) {
            return known;
        }
        World.Type part = add("Part", World.Kind.VALUE);
        World.Field code = new World.Field("code", "ID!", List.of());
        code.identity = World.Identity.WHOLE;
        part.fields.put("code", code);
        addField(part, "String");
        return part;
    }

    /** An interface over entities and values; every one of them has the field it is for. */
    void face(int number) {
        World.Type face = add("Face" + number, World.Kind.INTERFACE);
        String name = ALIKE + number;
        String type = dice.in(70) ? wrap(leaf()) : wrap(dice.one(objects()).name);
        face.fields.put(name, new World.Field(name, type, List.of()));
        for (World.Type object : dice.some(objects(), 2)) {
            World.Field field = new World.Field(name, dice.in(20) ? type.replaceAll("!+$", "") + "!" : type, List.of());
            object.fields.put(name, field);
            List<String> owners = object.homes.isEmpty() ? List.copyOf(object.at.keySet()) : object.homes.subList(0, 1);
            owners.forEach(graph -> own(field, graph));
            face.planned.add(object.name);
        }
    }

    void union(int number) {
        World.Type union = add("Union" + number, World.Kind.UNION);
        dice.some(objects(), 2).forEach(object -> union.planned.add(object.name));
    }

    private List<World.Type> objects() {
        return world.types.values().stream()
                .filter(type -> type.kind == World.Kind.ENTITY || type.kind == World.Kind.VALUE)
                .filter(type -> !type.name.equals("Part"))
                .toList();
    }

    void own(World.Field field, String graph) {
        World.Part part = field.at.computeIfAbsent(graph, any -> new World.Part());
        part.external = false;
        know(field.type, graph);
    }

    /** Lets a subgraph know a type, if it does not yet: an entity by a key, a value with all its fields. */
    void know(String named, String graph) {
        World.Type type = world.types.get(World.named(named));
        if (type == null || type.at.containsKey(graph)) {
            return;
        }
        type.at.put(graph, new ArrayList<>());
        switch (type.kind) {
            case ENTITY -> {
                String home = dice.one(type.homes);
                List<World.Key> keys = type.at.getOrDefault(home, List.of()).stream()
                        .filter(World.Key::resolvable)
                        .toList();
                addKey(type, graph, dice.one(keys).fields(), dice.in(40));
            }
            case VALUE -> type.fields.values().forEach(field -> own(field, graph));
            case INTERFACE, UNION -> knowMembers(type, graph);
            case ROOT -> {}
        }
    }

    private void knowMembers(World.Type type, String graph) {
        Set<String> members = new LinkedHashSet<>(dice.some(type.planned, 1));
        type.members.put(graph, members);
        for (World.Field field : type.fields.values()) {
            own(field, graph);
            members.forEach(member -> own(world.type(member).field(field.name), graph));
        }
        members.forEach(member -> know(member, graph));
    }
}
