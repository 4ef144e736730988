package io.tideline.gateway.monolith;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes worlds that composition would accept: every field of every type can be reached from wherever it stands. */
final class WorldMaker {
    private final World world;
    private final Dice dice;
    private final TypeMaker types;
    private final ObjectMaker objects;

    private WorldMaker(long seed) {
        dice = new Dice(seed);
        world = new World(Subgraphs.NAMES.subList(0, dice.between(2, Subgraphs.NAMES.size())));
        types = new TypeMaker(world, dice);
        objects = new ObjectMaker(world, dice, types);
    }

    static World make(long seed) {
        WorldMaker maker = new WorldMaker(seed);
        maker.makeTypes();
        maker.world.ofKind(World.Kind.ENTITY).forEach(maker::fillEntity);
        maker.world.ofKind(World.Kind.ENTITY).forEach(maker::splitValue);
        maker.makeRoots();
        new LinkMaker(maker.world, maker.dice, maker.types).run();
        maker.objects.finish();
        maker.world.dropUnreachable();
        return maker.world;
    }

    private void makeTypes() {
        types.add("Query", World.Kind.ROOT);
        int entities = dice.between(1, 4);
        for (int number = 0; number < entities; number++) {
            types.entity(number);
        }
        objects.begin();
        int values = dice.below(3);
        for (int number = 0; number < values; number++) {
            types.value(number);
        }
        if (entities + values > 1) {
            int faces = dice.below(3);
            for (int number = 0; number < faces; number++) {
                types.face(number);
            }
            int unions = dice.below(2);
            for (int number = 0; number < unions; number++) {
                types.union(number);
            }
        }
    }

    private void fillEntity(World.Type entity) {
        int fields = dice.between(2, 6);
        for (int count = 0; count < fields; count++) {
            addOwned(entity, entity.homes, types.wrap(pick(50)));
        }
        if (entity.homes.size() > 1 && dice.in(40)) {
            poison(entity, "never", null);
        }
    }

    private void poison(World.Type entity, String name, @Nullable String requires) {
        World.Field field = new World.Field(name, "Int", List.of());
        field.poisoned = true;
        String home = dice.one(entity.homes);
        World.Part part = new World.Part();
        part.requires = requires;
        field.at.put(home, part);
        entity.fields.put(name, field);
    }

    /** A leaf type in so many of a hundred cases, else any other. */
    private String pick(int leafPercent) {
        if (dice.in(leafPercent)) {
            return types.leaf();
        }
        List<String> names = world.types.values().stream()
                .filter(type -> type.kind != World.Kind.ROOT && !type.name.startsWith("Split") && type.objectIn == null)
                .map(type -> type.name)
                .collect(Collectors.toList());
        return dice.one(names);
    }

    private void addOwned(World.Type type, List<String> homes, String fieldType) {
        World.Field field = types.addField(type, fieldType);
        if (field == null) {
            return;
        }
        List<String> owners = dice.in(25) ? dice.some(homes, 1) : List.of(dice.one(homes));
        owners.forEach(graph -> types.own(field, graph));
        if (world.isComposite(field.type) && world.possible(field).isEmpty()) {
            field.at.keySet().retainAll(owners.subList(0, 1));
        } else if (owners.size() > 1 && !field.type.endsWith("!") && dice.in(40)) {
            World.Part strict = field.at.get(owners.get(0));
            if (strict != null) {
                strict.type = field.type + "!";
            }
        }
    }

    /** A value whose fields are spread over subgraphs: one must go back to its entity to have the others. */
    private void splitValue(World.Type entity) {
        if (entity.homes.size() < 2 || !dice.in(35)) {
            return;
        }
        List<String> homes = dice.some(entity.homes, 2);
        World.Type split = split("Split" + entity.name, homes);
        World.Field field = types.addField(entity, types.wrap(split.name));
        if (field == null) {
            world.types.remove(split.name);
            return;
        }
        homes.forEach(graph -> types.own(field, graph));
        if (dice.in(30)) {
            World.Type deeper = split("SplitBelow" + entity.name, homes);
            World.Field below = new World.Field("below", types.wrap(deeper.name), List.of());
            split.fields.put(below.name, below);
            homes.forEach(graph -> types.own(below, graph));
        }
    }

    private World.Type split(String name, List<String> homes) {
        World.Type split = types.add(name, World.Kind.VALUE);
        homes.forEach(graph -> split.at.put(graph, new ArrayList<>()));
        for (String home : homes) {
            World.Field field = types.addField(split, types.wrap(pick(80)));
            if (field != null) {
                types.own(field, home);
            }
        }
        if (dice.in(50)) {
            addOwned(split, homes, types.wrap(types.leaf()));
        }
        return split;
    }

    private void makeRoots() {
        World.Type query = world.type("Query");
        world.graphs.forEach(graph -> query.at.put(graph, new ArrayList<>()));
        int fields = dice.between(2, 5);
        for (int count = 0; count < fields; count++) {
            addOwned(query, world.graphs, types.wrap(pick(10)));
        }
        if (!dice.in(30)) {
            return;
        }
        World.Type mutation = types.add("Mutation", World.Kind.ROOT);
        world.graphs.forEach(graph -> mutation.at.put(graph, new ArrayList<>()));
        for (int count = 0; count < 4; count++) {
            World.Field field = types.addField(mutation, types.wrap(pick(40)));
            if (field != null) {
                types.own(field, dice.one(world.graphs));
            }
        }
    }
}
