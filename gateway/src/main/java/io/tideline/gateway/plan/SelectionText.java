package io.tideline.gateway.plan;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Node;
import graphql.language.VariableReference;
import io.tideline.gateway.supergraph.Supergraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes the selections of one fetch and how to read its answer. Fragments of different types may ask for one response
 * key with types that the subgraph would not merge; then the later one is renamed in the request and back when read.
 */
final class SelectionText {
    private final Supergraph supergraph;
    private final IdentityHashMap<DraftNode.Field, String> renamed = new IdentityHashMap<>();
    private final Set<String> variables = new LinkedHashSet<>();

    SelectionText(Supergraph supergraph) {
        this.supergraph = supergraph;
    }

    /** The names of the client's variables in what was written so far. */
    Set<String> variables() {
        return variables;
    }

    /** Reads the nodes, which stand at one level of the answer, as one; gives response keys on the way. */
    Reading reading(Collection<DraftNode> level) {
        Shape shape = level.iterator().next().shape;
        Map<String, List<DraftNode.Field>> byKey = new LinkedHashMap<>();
        Map<String, String> identity = new HashMap<>();
        for (DraftNode node : level) {
            for (DraftNode.Field field : node.fields.values()) {
                String key = freeKey(field, shape, identity);
                renamed.put(field, key);
                byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(field);
            }
        }
        int runtime = runtimeType(level);
        List<Reading.Entry> entries = new ArrayList<>();
        if (level.stream().anyMatch(node -> node.typename)) {
            entries.add(new Reading.Entry("__typename", -1, null));
        }
        byKey.forEach((key, fields) -> entries.add(entry(shape, key, fields)));
        return new Reading(shape, runtime, entries);
    }

    private int runtimeType(Collection<DraftNode> level) {
        Set<Integer> types = new LinkedHashSet<>();
        for (DraftNode node : level) {
            boolean blind = supergraph.isInterfaceObject(node.type, node.graph);
            boolean single = supergraph.possible(node.type).size() == 1 && !blind;
            types.add(single ? supergraph.possible(node.type).first() : -1);
        }
        if (types.size() == 1) {
            return types.iterator().next();
        }
        level.stream()
                .filter(node -> !supergraph.isInterfaceObject(node.type, node.graph))
                .forEach(node -> node.typename = true);
        return -1;
    }

    private static String freeKey(DraftNode.Field field, Shape shape, Map<String, String> identity) {
        String like = field.ask().field() + " "
                + (field.below() == null ? Types.text(field.type()) : Types.wrapping(field.type()));
        String key = field.responseKey();
        for (int attempt = 1; !identity.getOrDefault(key, like).equals(like); attempt++) {
            key = field.responseKey() + "_" + attempt;
            while (shape.slot(key) >= 0) {
                key += "_";
            }
        }
        identity.put(key, like);
        return key;
    }

    private Reading.Entry entry(Shape shape, String key, List<DraftNode.Field> fields) {
        int slot = shape.slot(fields.get(0).responseKey());
        List<DraftNode> below = fields.stream()
                .map(DraftNode.Field::below)
                .filter(node -> node != null)
                .collect(Collectors.toList());
        return new Reading.Entry(key, slot, below.isEmpty() ? null : reading(below));
    }

    /** The selection of a node without its braces. */
    String write(DraftNode node) {
        StringBuilder text = new StringBuilder();
        if (node.typename || node.fields.isEmpty()) {
            text.append("__typename ");
        }
        Map<String, StringBuilder> fragments = new LinkedHashMap<>();
        for (DraftNode.Field field : node.fields.values()) {
            String fragment = field.fragment();
            write(field, fragment == null ? text : fragments.computeIfAbsent(fragment, any -> new StringBuilder()));
        }
        fragments.forEach((type, fields) -> text.append("... on ")
                .append(type)
                .append("{")
                .append(fields.toString().trim())
                .append("} "));
        return text.toString().trim();
    }

    private void write(DraftNode.Field field, StringBuilder text) {
        String name = field.ask().name();
        String key = renamed.getOrDefault(field, field.responseKey());
        text.append(key.equals(name) ? name : key + ":" + name);
        List<Argument> arguments = field.ask().arguments();
        if (!arguments.isEmpty()) {
            text.append(arguments.stream().map(AstPrinter::printAstCompact).collect(Collectors.joining(",", "(", ")")));
            arguments.forEach(this::noteVariables);
        }
        DraftNode below = field.below();
        text.append(below == null ? " " : "{" + write(below) + "} ");
    }

    private void noteVariables(Node<?> argument) {
        Deque<Node<?>> open = new ArrayDeque<>();
        open.add(argument);
        while (!open.isEmpty()) {
            Node<?> node = open.removeLast();
            if (node instanceof VariableReference variable) {
                variables.add(variable.getName());
            }
            node.getChildren().forEach(child -> open.add((Node<?>) child));
        }
    }
}
