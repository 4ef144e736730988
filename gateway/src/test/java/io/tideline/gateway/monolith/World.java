package io.tideline.gateway.monolith;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A generated supergraph: its types and what each subgraph knows of them. Composition would accept it. */
final class World {
    final List<String> graphs;
    final Map<String, Type> types = new LinkedHashMap<>();

    World(List<String> graphs) {
        this.graphs = new ArrayList<>(graphs);
    }

    /** What a type is to federation. */
    enum Kind {
        ROOT,
        ENTITY,
        VALUE,
        INTERFACE,
        UNION
    }

    /** How the values of a field identify the object: alone, or two fields together. */
    enum Identity {
        NONE,
        WHOLE,
        UPPER,
        LOWER,
        /** Alone, and among all types. */
        GLOBAL
    }

    /** A key as one subgraph declares it. */
    record Key(String fields, boolean resolvable) {}

    record Argument(String name, String type, @Nullable String otherwise) {
        String text() {
            return name + ": " + type + (otherwise == null ? "" : " = " + otherwise);
        }
    }

    /** A composite type; {@code members} are, by subgraph, the objects an interface or union can be there. */
    static final class Type {
        final String name;
        final Kind kind;
        final Map<String, List<Key>> at = new LinkedHashMap<>();
        final Map<String, Field> fields = new LinkedHashMap<>();
        final Map<String, Set<String>> members = new LinkedHashMap<>();
        /** The objects a subgraph may choose its members from. */
        final Set<String> planned = new LinkedHashSet<>();
        /** Subgraphs that can all be reached from each other and from every stub. */
        final List<String> homes = new ArrayList<>();
        /** The subgraph that knows this interface as an object. */
        @Nullable
        String objectIn;

        Type(String name, Kind kind) {
            this.name = name;
            this.kind = kind;
        }

        boolean isAbstract() {
            return kind == Kind.INTERFACE || kind == Kind.UNION;
        }

        Field field(String field) {
            Field found = fields.get(field);
            if (found == null) {
                throw new IllegalArgumentException(name + " has no field " + field);
            }
            return found;
        }

        boolean isKeyField(String field, String graph) {
            return at.getOrDefault(graph, List.of()).stream()
                    .anyMatch(key -> List.of(key.fields().split("\\W+")).contains(field));
        }

        /** All that an object of this type can be anywhere. */
        Set<String> possible() {
            Set<String> all = new LinkedHashSet<>();
            members.values().forEach(all::addAll);
            return isAbstract() ? all : Set.of(name);
        }
    }

    /** A field; {@code type} is what the supergraph says of it. */
    static final class Field {
        final String name;
        final String type;
        final List<Argument> arguments;
        final Map<String, Part> at = new LinkedHashMap<>();
        Identity identity = Identity.NONE;
        /** Selected only where a condition leaves it out: resolving it is a fault. */
        boolean poisoned;
        /** What it requires where it is resolved for the interface only. */
        @Nullable
        String requiresByInterface;
        /** Part of a requirement: then no null may stand where the schema allows none, for it would be sent on. */
        boolean required;

        Field(String name, String type, List<Argument> arguments) {
            this.name = name;
            this.type = type;
            this.arguments = List.copyOf(arguments);
        }

        String typeName() {
            return named(type);
        }

        /** What a subgraph says its type is, or everybody where it is null; subgraphs may allow fewer nulls than others. */
        String typeIn(@Nullable String graph) {
            Part part = graph == null ? null : at.get(graph);
            return part == null || part.type == null ? type : part.type;
        }

        /** The type that allows the fewest nulls: what is stored must fit it. */
        String strictest() {
            return at.values().stream()
                    .map(part -> part.type)
                    .filter(said -> said != null)
                    .findFirst()
                    .orElse(type);
        }

        /** Where it is resolved. */
        List<String> owners() {
            return at.entrySet().stream()
                    .filter(one -> one.getValue().isOwn())
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** What it requires in any subgraph; a field that requires something has one owner. */
        @Nullable
        String requires() {
            return at.values().stream()
                    .map(part -> part.requires)
                    .filter(text -> text != null)
                    .findFirst()
                    .orElse(requiresByInterface);
        }
    }

    /** What one subgraph says of a field. */
    static final class Part {
        boolean external;
        /** Another subgraph took it over. */
        boolean overridden;

        /** What it says the type is, where that is not what all say. */
        @Nullable
        String type;

        @Nullable
        String overrides;

        @Nullable
        String requires;

        @Nullable
        String provides;

        boolean isOwn() {
            return !external && !overridden;
        }
    }

    /** Whether all subgraphs say the same of every field's type. */
    boolean isAgreed() {
        return types.values().stream()
                .flatMap(type -> type.fields.values().stream())
                .allMatch(field -> field.strictest().equals(field.type));
    }

    Type type(String name) {
        Type found = types.get(named(name));
        if (found == null) {
            throw new IllegalArgumentException("no type " + name);
        }
        return found;
    }

    boolean isComposite(String type) {
        return types.containsKey(named(type));
    }

    List<Type> ofKind(Kind kind) {
        return types.values().stream().filter(type -> type.kind == kind).toList();
    }

    /** The interfaces of an object in one subgraph, or anywhere when it is null. */
    List<String> interfacesOf(String object, @Nullable String graph) {
        return ofKind(Kind.INTERFACE).stream()
                .filter(face -> graph == null
                        ? face.possible().contains(object)
                        : !graph.equals(face.objectIn)
                                && face.members.getOrDefault(graph, Set.of()).contains(object))
                .map(face -> face.name)
                .toList();
    }

    /** What objects of a field can be: every subgraph that resolves it must know them. */
    List<String> possible(Field field) {
        Type type = type(field.type);
        Set<String> common = new LinkedHashSet<>(type.possible());
        if (type.isAbstract()) {
            field.owners().forEach(graph -> common.retainAll(type.members.getOrDefault(graph, Set.of())));
        }
        return List.copyOf(common);
    }

    /** Drops types that no operation can meet. */
    void dropUnreachable() {
        Set<String> met = new LinkedHashSet<>();
        List<Type> open = new ArrayList<>(ofKind(Kind.ROOT));
        while (!open.isEmpty()) {
            Type type = open.remove(open.size() - 1);
            if (met.add(type.name)) {
                type.fields.values().stream()
                        .filter(field -> isComposite(field.type))
                        .forEach(field -> open.add(type(field.type)));
                type.possible().forEach(name -> open.add(type(name)));
                interfacesOf(type.name, null).forEach(name -> open.add(type(name)));
            }
        }
        types.keySet().retainAll(met);
    }

    static String named(String type) {
        return type.replaceAll("[\\[\\]!]", "");
    }
}
