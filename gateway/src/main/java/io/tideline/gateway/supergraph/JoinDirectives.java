package io.tideline.gateway.supergraph;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.EnumValue;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.StringValue;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the {@code @join__*} directives say about one type, its fields and its members. */
final class JoinDirectives {
    private final Map<String, Graph> graphs;

    JoinDirectives(Map<String, Graph> graphs) {
        this.graphs = graphs;
    }

    /** The subgraphs that know the type; one without any {@code @join__type} is a value type known to all (v0.1). */
    Map<Graph, TypeAt> typeAt(DirectivesContainer<?> type) {
        Map<Graph, List<Key>> keys = new LinkedHashMap<>();
        Set<Graph> interfaceObjects = new HashSet<>();
        for (Directive owner : type.getDirectives("join__owner")) {
            keys.computeIfAbsent(graph(owner), any -> new ArrayList<>());
        }
        for (Directive join : type.getDirectives("join__type")) {
            Graph graph = graph(join);
            List<Key> here = keys.computeIfAbsent(graph, any -> new ArrayList<>());
            String key = text(join, "key");
            if (key != null) {
                here.add(new Key(fieldSet(join, key), flag(join, "resolvable", true)));
            }
            if (flag(join, "isInterfaceObject", false)) {
                interfaceObjects.add(graph);
            }
        }
        if (keys.isEmpty()) {
            graphs.values().forEach(graph -> keys.put(graph, List.of()));
        }
        Map<Graph, TypeAt> at = new LinkedHashMap<>();
        keys.forEach((graph, list) -> at.put(graph, new TypeAt(graph, list, interfaceObjects.contains(graph))));
        return at;
    }

    Map<String, SuperField> fields(ImplementingTypeDefinition<?> type, Map<Graph, TypeAt> at, Document document) {
        List<Directive> owners = type.getDirectives("join__owner");
        @Nullable Graph owner = owners.isEmpty() ? null : graph(owners.get(0));
        Map<String, SuperField> fields = new LinkedHashMap<>();
        for (FieldDefinition field : type.getFieldDefinitions()) {
            Map<Graph, FieldAt> known = fieldAt(field, at, owner);
            if (owner != null && isInKey(field.getName(), at)) {
                at.keySet().forEach(graph -> known.putIfAbsent(graph, plain(graph, field)));
            }
            fields.put(field.getName(), new SuperField(field, named(field.getType()), known));
        }
        return fields;
    }

    private static boolean isInKey(String field, Map<Graph, TypeAt> at) {
        return at.values().stream()
                .flatMap(one -> one.keys().stream())
                .flatMap(key -> key.fields().parts().stream())
                .anyMatch(part ->
                        part instanceof FieldSet.Member member && member.name().equals(field));
    }

    private Map<Graph, FieldAt> fieldAt(FieldDefinition field, Map<Graph, TypeAt> at, @Nullable Graph owner) {
        Map<Graph, FieldAt> known = new LinkedHashMap<>();
        List<Directive> joins = field.getDirectives("join__field");
        if (joins.isEmpty() && owner == null) {
            at.keySet().forEach(graph -> known.put(graph, plain(graph, field)));
        } else if (owner != null && (joins.isEmpty() || joins.get(0).getArgument("graph") == null)) {
            known.put(owner, plain(owner, field));
        }
        Set<String> overriding = new HashSet<>();
        for (Directive join : joins) {
            if (join.getArgument("graph") != null && !isLabelled(join, overriding)) {
                known.put(graph(join), read(field, join));
            }
        }
        return known;
    }

    /** A labelled override is rolled out step by step; without a roll-out the field stays where it was. */
    private static boolean isLabelled(Directive join, Set<String> overriding) {
        String override = text(join, "override");
        boolean labelled = override != null && text(join, "overrideLabel") != null;
        return labelled && overriding.add(override);
    }

    private FieldAt read(FieldDefinition field, Directive join) {
        String type = text(join, "type");
        boolean progressive = text(join, "overrideLabel") != null;
        return new FieldAt(
                graph(join),
                type == null ? field.getType() : parseType(join, type),
                flag(join, "external", false),
                flag(join, "usedOverridden", false) && !progressive,
                optionalSet(join, "requires"),
                optionalSet(join, "provides"));
    }

    private static FieldAt plain(Graph graph, FieldDefinition field) {
        return new FieldAt(graph, field.getType(), false, false, null, null);
    }

    Map<Graph, Set<String>> members(UnionTypeDefinition union, Collection<Graph> at) {
        Map<Graph, Set<String>> members = new HashMap<>();
        for (Directive join : union.getDirectives("join__unionMember")) {
            String member = text(join, "member");
            if (member != null) {
                members.computeIfAbsent(graph(join), any -> new HashSet<>()).add(member);
            }
        }
        if (members.isEmpty()) {
            Set<String> all = new HashSet<>();
            union.getMemberTypes().forEach(member -> all.add(((TypeName) member).getName()));
            at.forEach(graph -> members.put(graph, all));
        }
        return members;
    }

    Map<Graph, Set<String>> implemented(
            ImplementingTypeDefinition<?> type, List<String> interfaces, Collection<Graph> at) {
        Map<Graph, Set<String>> implemented = new HashMap<>();
        for (Directive join : type.getDirectives("join__implements")) {
            String name = text(join, "interface");
            if (name != null) {
                implemented.computeIfAbsent(graph(join), any -> new HashSet<>()).add(name);
            }
        }
        if (implemented.isEmpty() && type.getDirectives("join__type").isEmpty()) {
            at.forEach(graph -> implemented.put(graph, Set.copyOf(interfaces)));
        }
        return implemented;
    }

    private Graph graph(Directive join) {
        Argument argument = join.getArgument("graph");
        if (argument == null || !(argument.getValue() instanceof EnumValue value)) {
            throw SupergraphException.at(join, "@" + join.getName() + " names no subgraph");
        }
        String name = value.getName();
        Graph graph = graphs.get(name);
        if (graph == null) {
            throw SupergraphException.at(join, "@" + join.getName() + " names the unknown subgraph " + name);
        }
        return graph;
    }

    private static @Nullable FieldSet optionalSet(Directive join, String argument) {
        String text = text(join, argument);
        return text == null || text.isBlank() ? null : fieldSet(join, text);
    }

    private static FieldSet fieldSet(Directive join, String text) {
        try {
            return FieldSet.parse(text);
        } catch (InvalidSyntaxException unreadable) {
            throw SupergraphException.at(join, "\"" + text + "\" is not a set of fields");
        }
    }

    private static Type<?> parseType(Directive join, String text) {
        try {
            return Parser.parseType(text);
        } catch (InvalidSyntaxException unreadable) {
            throw SupergraphException.at(join, "\"" + text + "\" is not a type");
        }
    }

    static String named(Type<?> type) {
        Type<?> inner = type;
        while (!(inner instanceof TypeName)) {
            inner = (Type<?>) inner.getChildren().get(0);
        }
        return ((TypeName) inner).getName();
    }

    static @Nullable String text(Directive directive, String name) {
        Argument argument = directive.getArgument(name);
        return (argument != null && argument.getValue() instanceof StringValue text) ? text.getValue() : null;
    }

    private static boolean flag(Directive directive, String name, boolean otherwise) {
        Argument argument = directive.getArgument(name);
        return (argument != null && argument.getValue() instanceof BooleanValue value) ? value.isValue() : otherwise;
    }
}
