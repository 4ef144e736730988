package io.tideline.gateway.supergraph;

import graphql.language.Document;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A composed supergraph: its subgraphs, its composite types, and which subgraph can answer which field. Immutable. */
public final class Supergraph {
    private final Document document;
    private final String hash;
    private final DirectiveNames directives;
    private final List<Graph> graphs;
    private final Map<String, SuperType> types;
    private final Map<String, String> roots;
    private final List<String> runtimeTypes;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, TypeSet> possible = new HashMap<>();
    private final Map<String, TypeSet[]> possibleIn = new HashMap<>();

    Supergraph(
            Document document,
            String hash,
            DirectiveNames directives,
            List<Graph> graphs,
            Map<String, SuperType> types,
            Map<String, String> roots) {
        this.document = document;
        this.hash = hash;
        this.directives = directives;
        this.graphs = List.copyOf(graphs);
        this.types = Map.copyOf(types);
        this.roots = Map.copyOf(roots);
        this.runtimeTypes = types.values().stream()
                .filter(type -> type.kind() == SuperType.Kind.OBJECT || isLonely(type))
                .map(SuperType::name)
                .sorted()
                .toList();
        for (int number = 0; number < runtimeTypes.size(); number++) {
            numbers.put(runtimeTypes.get(number), number);
        }
        types.values().forEach(this::countPossible);
    }

    /** An interface that no object implements stands for itself: an interface object may still return it. */
    private boolean isLonely(SuperType type) {
        return type.kind() == SuperType.Kind.INTERFACE
                && types.values().stream()
                        .noneMatch(other -> other.kind() == SuperType.Kind.OBJECT
                                && other.interfaces().contains(type.name()));
    }

    private void countPossible(SuperType type) {
        TypeSet[] perGraph = new TypeSet[graphs.size()];
        BitSet all = new BitSet();
        for (Graph graph : graphs) {
            BitSet here = new BitSet();
            for (int number = 0; number < runtimeTypes.size(); number++) {
                if (canBe(type, runtimeTypes.get(number), graph)) {
                    here.set(number);
                }
            }
            perGraph[graph.index()] = TypeSet.of(here);
        }
        for (int number = 0; number < runtimeTypes.size(); number++) {
            if (canBeAnywhere(type, runtimeTypes.get(number))) {
                all.set(number);
            }
        }
        possible.put(type.name(), TypeSet.of(all));
        possibleIn.put(type.name(), perGraph);
    }

    private boolean canBeAnywhere(SuperType type, String runtime) {
        return type.name().equals(runtime)
                || (type.kind() == SuperType.Kind.INTERFACE
                        && type(runtime).interfaces().contains(type.name()))
                || (type.kind() == SuperType.Kind.UNION
                        && type.narrowedIn().values().stream().anyMatch(members -> members.contains(runtime)));
    }

    private boolean canBe(SuperType type, String runtime, Graph graph) {
        if (type.in(graph) == null) {
            return false;
        }
        if (type.name().equals(runtime)) {
            return true;
        }
        SuperType object = type(runtime);
        return switch (type.kind()) {
            case OBJECT -> false;
            case INTERFACE -> object.narrowedIn().getOrDefault(graph, Set.of()).contains(type.name());
            case UNION -> type.narrowedIn().getOrDefault(graph, Set.of()).contains(runtime);
        };
    }

    public Document document() {
        return document;
    }

    /** SHA-256 of the text, in hex. */
    public String hash() {
        return hash;
    }

    public DirectiveNames directives() {
        return directives;
    }

    public List<Graph> graphs() {
        return graphs;
    }

    /** The name of the root type for {@code query}, {@code mutation} or {@code subscription}; null where there is none. */
    public @Nullable String root(String operation) {
        return roots.get(operation);
    }

    public boolean isComposite(String typeName) {
        return types.containsKey(typeName);
    }

    public SuperType type(String name) {
        SuperType type = types.get(name);
        if (type == null) {
            throw new SupergraphException("There is no composite type " + name + " in the supergraph");
        }
        return type;
    }

    public SuperField field(String typeName, String fieldName) {
        SuperField field = type(typeName).field(fieldName);
        if (field == null) {
            throw new SupergraphException("There is no field " + typeName + "." + fieldName + " in the supergraph");
        }
        return field;
    }

    /** The names of the types an object can have at run time; positions are the numbers in a {@link TypeSet}. */
    public List<String> runtimeTypes() {
        return runtimeTypes;
    }

    /** The number of a runtime type, -1 for a name that is none. */
    public int number(String runtimeType) {
        Integer number = numbers.get(runtimeType);
        return number == null ? -1 : number;
    }

    /** The runtime types whose name passes. */
    public TypeSet typesWhere(Predicate<String> wanted) {
        BitSet found = new BitSet();
        for (int number = 0; number < runtimeTypes.size(); number++) {
            found.set(number, wanted.test(runtimeTypes.get(number)));
        }
        return TypeSet.of(found);
    }

    /** What a value of this type can be at run time. */
    public TypeSet possible(String typeName) {
        return possible.getOrDefault(typeName, TypeSet.NONE);
    }

    /** What a value of this type can be when this subgraph returns it. */
    public TypeSet possibleIn(String typeName, Graph graph) {
        TypeSet[] perGraph = possibleIn.get(typeName);
        return perGraph == null ? TypeSet.NONE : perGraph[graph.index()];
    }

    /** What the subgraph says of the field, null when it does not know it on that type. */
    public @Nullable FieldAt fieldIn(String typeName, String fieldName, Graph graph) {
        SuperType type = types.get(typeName);
        SuperField field = type == null ? null : type.field(fieldName);
        return field == null ? null : field.in(graph);
    }

    /** Whether the subgraph knows this interface as an object, so that it cannot tell the runtime type. */
    public boolean isInterfaceObject(String typeName, Graph graph) {
        SuperType type = types.get(typeName);
        TypeAt at = type == null ? null : type.in(graph);
        return at != null && at.interfaceObject();
    }
}
