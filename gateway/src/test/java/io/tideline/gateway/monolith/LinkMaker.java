package io.tideline.gateway.monolith;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds what ties fields of different subgraphs together: {@code @requires}, {@code @provides} and {@code @override}. */
final class LinkMaker {
    private final World world;
    private final Dice dice;
    private final TypeMaker types;

    LinkMaker(World world, Dice dice, TypeMaker types) {
        this.world = world;
        this.dice = dice;
        this.types = types;
    }

    void run() {
        for (World.Type entity : world.ofKind(World.Kind.ENTITY)) {
            int count = entity.homes.size() < 2 ? 0 : dice.below(4);
            for (int turn = 0; turn < count; turn++) {
                require(entity, turn);
            }
        }
        List.copyOf(world.types.values()).stream()
                .filter(type -> !type.isAbstract() && type.kind != World.Kind.VALUE)
                .forEach(type -> List.copyOf(type.fields.values()).forEach(this::provide));
        world.ofKind(World.Kind.ENTITY).forEach(this::override);
    }

    private void require(World.Type entity, int turn) {
        String graph = dice.one(entity.homes);
        StringBuilder set = new StringBuilder();
        for (World.Field field : dice.some(foreign(entity, graph), 1)) {
            String text = set.length() < 40 ? need(field, graph) : null;
            if (text != null) {
                part(field, graph).external = true;
                set.append(set.isEmpty() ? "" : " ").append(text);
            }
        }
        if (set.isEmpty()) {
            return;
        }
        World.Field field = new World.Field("derived" + turn, types.wrap(types.leaf()), List.of());
        types.own(field, graph);
        part(field, graph).requires = set.toString();
        entity.fields.put(field.name, field);
    }

    private static World.Part part(World.Field field, String graph) {
        return field.at.computeIfAbsent(graph, any -> new World.Part());
    }

    /** Fields that a subgraph does not resolve and that another home of the entity does. */
    private static List<World.Field> foreign(World.Type entity, String graph) {
        return entity.fields.values().stream()
                .filter(field -> !field.poisoned && field.identity == World.Identity.NONE)
                .filter(field -> !field.name.startsWith(TypeMaker.ALIKE))
                .filter(field -> !field.owners().isEmpty() && isForeign(field, graph))
                .toList();
    }

    private static boolean isForeign(World.Field field, String graph) {
        World.Part part = field.at.get(graph);
        return part == null || part.external;
    }

    /** The field as a requirement, null if it cannot be one. */
    private @Nullable String need(World.Field field, String graph) {
        String name = field.name + arguments(field);
        field.required = true;
        if (!world.isComposite(field.type)) {
            return name;
        }
        World.Type type = world.type(field.type);
        if (type.name.startsWith("Split")) {
            return null;
        }
        types.know(type.name, graph);
        String below = type.isAbstract() ? needOfMembers(field, type, graph) : needOf(type, graph);
        return below.isEmpty() ? null : name + " { " + below + " }";
    }

    /** Some leaves of an object, as they would be required; those of an entity that the subgraph does not resolve itself. */
    private String needOf(World.Type type, String graph) {
        List<World.Field> able = (type.kind == World.Kind.VALUE ? type.fields.values() : foreign(type, graph))
                .stream().filter(one -> !world.isComposite(one.type)).toList();
        StringBuilder text = new StringBuilder();
        for (World.Field one : able.isEmpty() ? able : dice.some(able, 1)) {
            if (type.kind == World.Kind.ENTITY) {
                part(one, graph).external = true;
            }
            one.required = true;
            text.append(text.isEmpty() ? "" : " ").append(one.name).append(arguments(one));
        }
        return text.toString();
    }

    /** Fragments on the members that the subgraph and all that resolve the field know. */
    private String needOfMembers(World.Field field, World.Type type, String graph) {
        Set<String> known = type.members.getOrDefault(graph, Set.of());
        if (!known.containsAll(world.possible(field))) {
            return "";
        }
        return world.possible(field).stream()
                .map(world::type)
                .map(member -> " ... on " + member.name + " { " + needOf(member, graph) + " }")
                .filter(text -> !text.endsWith("{  }"))
                .collect(Collectors.joining())
                .strip();
    }

    private String arguments(World.Field field) {
        boolean must = field.arguments.stream().anyMatch(one -> one.type().endsWith("!"));
        if (field.arguments.isEmpty() || (!must && dice.in(50))) {
            return "";
        }
        return "(size: " + dice.below(3) + ")";
    }

    private void provide(World.Field field) {
        if (!world.isComposite(field.type) || !dice.in(30)) {
            return;
        }
        World.Type type = world.type(field.type);
        for (String graph : field.owners()) {
            String set = type.isAbstract()
                    ? world.possible(field).stream()
                            .map(world::type)
                            .filter(member -> member.kind == World.Kind.ENTITY)
                            .map(member -> " ... on " + member.name + " { " + provided(member, graph, 1) + " }")
                            .filter(text -> !text.endsWith("{  }"))
                            .collect(Collectors.joining())
                            .strip()
                    : provided(type, graph, 2);
            part(field, graph).provides = set.isEmpty() ? null : set;
        }
    }

    private String provided(World.Type type, String graph, int depth) {
        if (type.kind != World.Kind.ENTITY) {
            return "";
        }
        List<World.Field> able = foreign(type, graph).stream()
                .filter(one -> one.requires() == null)
                .filter(one ->
                        !world.isComposite(one.type) || (depth > 1 && world.type(one.type).kind == World.Kind.ENTITY))
                .toList();
        if (able.isEmpty()) {
            return "";
        }
        World.Field one = dice.one(able);
        if (!world.isComposite(one.type)) {
            part(one, graph).external = true;
            return one.name;
        }
        types.know(one.type, graph);
        String below = provided(world.type(one.type), graph, depth - 1);
        if (below.isEmpty()) {
            return "";
        }
        part(one, graph).external = true;
        return one.name + " { " + below + " }";
    }

    private void override(World.Type entity) {
        for (World.Field field : List.copyOf(entity.fields.values())) {
            List<String> owners = field.owners();
            boolean able = owners.size() == 1 && field.requires() == null && dice.in(15);
            List<String> free = entity.homes.stream()
                    .filter(home -> !field.at.containsKey(home))
                    .toList();
            if (able && !free.isEmpty() && part(field, owners.get(0)).provides == null) {
                String home = dice.one(free);
                types.own(field, home);
                part(field, home).overrides = owners.get(0);
                part(field, owners.get(0)).overridden = true;
            }
        }
    }
}
