package io.tideline.gateway.monolith;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a world as a supergraph, as one of its subgraphs, and as the schema of a server that holds it all. */
final class WorldText {
    private final World world;

    WorldText(World world) {
        this.world = world;
    }

    String supergraph() {
        StringBuilder text = new StringBuilder(
                "schema @link(url: \"https://specs.apollo.dev/join/v0.5\", for: EXECUTION) " + roots() + "\n");
        text.append("enum join__Graph {\n");
        world.graphs.forEach(graph -> text.append("  ")
                .append(id(graph))
                .append(" @join__graph(name: \"")
                .append(graph)
                .append("\", url: \"\")\n"));
        text.append("}\n");
        String everywhere = world.graphs.stream()
                .map(graph -> " @join__type(graph: " + id(graph) + ")")
                .collect(Collectors.joining());
        String each = world.graphs.stream()
                .map(graph -> " @join__enumValue(graph: " + id(graph) + ")")
                .collect(Collectors.joining());
        text.append(Inputs.types(everywhere, each));
        world.types.values().forEach(type -> text.append(inSupergraph(type)));
        return text.toString();
    }

    private String roots() {
        return world.types.containsKey("Mutation") ? "{ query: Query mutation: Mutation }" : "{ query: Query }";
    }

    private static String id(String graph) {
        return graph.toUpperCase(Locale.ROOT);
    }

    private String inSupergraph(World.Type type) {
        StringBuilder text = new StringBuilder(head(type, null, world.interfacesOf(type.name, null)));
        type.at.forEach((graph, keys) -> {
            if (keys.isEmpty()) {
                text.append(" @join__type(graph: ").append(id(graph)).append(")");
            }
            keys.forEach(key -> text.append(" @join__type(graph: ")
                    .append(id(graph))
                    .append(", key: \"")
                    .append(key.fields())
                    .append(key.resolvable() ? "\"" : "\", resolvable: false")
                    .append(graph.equals(type.objectIn) ? ", isInterfaceObject: true)" : ")"));
        });
        for (String graph : world.graphs) {
            world.interfacesOf(type.name, graph).forEach(face -> text.append(" @join__implements(graph: ")
                    .append(id(graph))
                    .append(", interface: \"")
                    .append(face)
                    .append("\")"));
        }
        if (type.kind == World.Kind.UNION) {
            type.members.forEach((graph, members) -> members.forEach(member ->
                    text.append(" @join__unionMember(graph: " + id(graph) + ", member: \"" + member + "\")")));
            return text + " = " + String.join(" | ", new TreeSet<>(type.possible())) + "\n";
        }
        text.append(" {\n");
        type.fields.values().forEach(field -> text.append("  ")
                .append(signature(field, null))
                .append(joins(type, field))
                .append("\n"));
        return text + "}\n";
    }

    private static String head(World.Type type, @Nullable String graph, List<String> interfaces) {
        String keyword =
                switch (type.kind) {
                    case INTERFACE -> type.objectIn != null && type.objectIn.equals(graph) ? "type " : "interface ";
                    case UNION -> "union ";
                    case ROOT, ENTITY, VALUE -> "type ";
                };
        return keyword + type.name + (interfaces.isEmpty() ? "" : " implements " + String.join(" & ", interfaces));
    }

    private static String signature(World.Field field, @Nullable String graph) {
        String arguments = field.arguments.isEmpty()
                ? ""
                : field.arguments.stream().map(World.Argument::text).collect(Collectors.joining(", ", "(", ")"));
        return field.name + arguments + ": " + field.typeIn(graph);
    }

    /** Nothing where every subgraph that knows the type resolves the field plainly, as composition writes it. */
    private static String joins(World.Type type, World.Field field) {
        if (field.at.isEmpty()) {
            return " @join__field";
        }
        List<String> joins = new ArrayList<>();
        boolean plain = field.at.keySet().containsAll(type.at.keySet());
        for (String graph : field.at.keySet()) {
            String join = join(type, field, graph);
            if (join != null) {
                joins.add(join);
                plain &= join.equals(" @join__field(graph: " + id(graph) + ")");
            }
            plain &= join != null;
        }
        return plain ? "" : String.join("", joins);
    }

    private static @Nullable String join(World.Type type, World.Field field, String graph) {
        World.Part part = field.at.get(graph);
        if (part == null || (part.overridden && !type.isKeyField(field.name, graph))) {
            return null;
        }
        return " @join__field(graph: " + id(graph)
                + (part.type == null ? "" : ", type: \"" + part.type + "\"")
                + (part.external ? ", external: true" : "")
                + (part.overridden ? ", usedOverridden: true" : "")
                + (part.overrides == null ? "" : ", override: \"" + part.overrides + "\"")
                + quoted("requires", part.requires)
                + quoted("provides", part.provides)
                + ")";
    }

    private static String quoted(String name, @Nullable String value) {
        return value == null ? "" : ", " + name + ": \"" + value.replace("\"", "\\\"") + "\"";
    }

    /** The schema of a server that holds all data. */
    String monolith() {
        return "schema " + roots() + "\n" + definitions(null, field -> true);
    }

    /** The schema of a subgraph, with what federation adds to it. */
    String subgraph(String graph) {
        List<String> entities = world.types.values().stream()
                .filter(type -> type.kind == World.Kind.ENTITY || graph.equals(type.objectIn))
                .filter(type -> type.at.containsKey(graph))
                .map(type -> type.name)
                .toList();
        String lookup = entities.isEmpty()
                ? ""
                : "scalar _Any\nunion _Entity = " + String.join(" | ", entities)
                        + "\nextend type Query { _entities(representations: [_Any!]!): [_Entity]! }\n";
        String query = world.type("Query").at.containsKey(graph) ? "" : "type Query { _nothing: Boolean }\n";
        return definitions(graph, field -> field.at.containsKey(graph)) + query + lookup;
    }

    private String definitions(@Nullable String graph, Predicate<World.Field> known) {
        StringBuilder text = new StringBuilder(Inputs.types("", ""));
        for (World.Type type : world.types.values()) {
            if (graph != null && !type.at.containsKey(graph)) {
                continue;
            }
            text.append(head(type, graph, world.interfacesOf(type.name, graph)));
            if (type.kind == World.Kind.UNION) {
                Set<String> members = graph == null ? type.possible() : type.members.getOrDefault(graph, Set.of());
                text.append(" = ").append(String.join(" | ", members)).append("\n");
                continue;
            }
            text.append(" {\n");
            boolean idle = type.fields.values().stream().noneMatch(known);
            text.append(idle ? "  _nothing: Boolean\n" : "");
            type.fields.values().stream().filter(known).forEach(field -> text.append("  ")
                    .append(signature(field, graph))
                    .append("\n"));
            text.append("}\n");
        }
        return text.toString();
    }
}
