package io.tideline.gateway.monolith;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes an interface with a key that one subgraph knows in full and another as an object ({@code @interfaceObject}). */
final class ObjectMaker {
    private static final String NAME = "Keyed";
    private static final String SHARED = "label";

    private final World world;
    private final Dice dice;
    private final TypeMaker types;
    private String home = "";

    ObjectMaker(World world, Dice dice, TypeMaker types) {
        this.world = world;
        this.dice = dice;
        this.types = types;
    }

    /** While keys can still be given: entities of one subgraph become members. */
    void begin() {
        home = dice.one(world.graphs);
        List<World.Type> members = world.ofKind(World.Kind.ENTITY).stream()
                .filter(entity -> entity.homes.contains(home))
                .toList();
        if (members.isEmpty() || !dice.in(35)) {
            return;
        }
        World.Type face = types.add(NAME, World.Kind.INTERFACE);
        face.objectIn = Subgraphs.OBJECTS;
        Set<String> names = new TreeSet<>();
        for (World.Type member : members) {
            types.addKey(member, home, "id", true);
            member.field("id").identity = World.Identity.GLOBAL;
            names.add(member.name);
            types.own(add(member, SHARED, "String"), home);
        }
        face.members.put(home, names);
        face.members.put(Subgraphs.OBJECTS, names);
        face.planned.addAll(names);
        face.at.put(home, List.of(new World.Key("id", true)));
        face.at.put(Subgraphs.OBJECTS, List.of(new World.Key("id", true)));
    }

    /** When all else is made: the subgraph that knows objects only, and what it resolves of them. */
    void finish() {
        World.Type face = world.types.get(NAME);
        if (face == null) {
            return;
        }
        world.graphs.add(Subgraphs.OBJECTS);
        World.Type query = world.type("Query");
        query.at.put(Subgraphs.OBJECTS, new ArrayList<>());
        World.Field id = add(face, "id", "ID!");
        id.identity = World.Identity.GLOBAL;
        World.Field shared = add(face, SHARED, "String");
        for (String graph : List.of(home, Subgraphs.OBJECTS)) {
            id.at.put(graph, new World.Part());
        }
        shared.at.put(home, new World.Part());
        resolve(face, "extra", null);
        if (dice.in(50)) {
            World.Part external = new World.Part();
            external.external = true;
            shared.at.put(Subgraphs.OBJECTS, external);
            resolve(face, "rank", SHARED);
        }
        own(add(query, "keyed", types.wrap(NAME)), Subgraphs.OBJECTS);
        own(add(query, "known", types.wrap(NAME)), home);
    }

    private void resolve(World.Type face, String name, @Nullable String requires) {
        String type = types.wrap(types.leaf());
        World.Field field = add(face, name, type);
        own(field, Subgraphs.OBJECTS);
        field.at.values().forEach(part -> part.requires = requires);
        for (String member : face.possible()) {
            add(world.type(member), name, type).requiresByInterface = requires;
        }
    }

    private static void own(World.Field field, String graph) {
        field.at.put(graph, new World.Part());
    }

    private static World.Field add(World.Type type, String name, String fieldType) {
        World.Field field = new World.Field(name, fieldType, List.of());
        field.required = true;
        type.fields.put(name, field);
        return field;
    }
}
