package io.tideline.gateway.operation;

import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A parsed and valid document. */
final class KnownDocument {
    final Document document;
    /** The same without what is denied to these callers; null where nothing is. */
    final @Nullable KnownDocument granted;

    final Map<String, FragmentDefinition> fragments = new HashMap<>();
    final List<OperationDefinition> operations;
    /** The variables that conditions of this document read. */
    final List<String> conditionVariables;

    KnownDocument(Document document, @Nullable KnownDocument granted) {
        this.granted = granted;
        this.document = document;
        operations = document.getDefinitionsOfType(OperationDefinition.class);
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            fragments.put(fragment.getName(), fragment);
        }
        conditionVariables = conditionVariables(document);
    }

    private static List<String> conditionVariables(Document document) {
        TreeSet<String> names = new TreeSet<>();
        Deque<Node<?>> open = new ArrayDeque<>();
        open.add(document);
        while (!open.isEmpty()) {
            Node<?> node = open.removeLast();
            if (node instanceof Directive directive && isCondition(directive)) {
                directive.getArguments().stream()
                        .map(argument -> argument.getValue())
                        .filter(VariableReference.class::isInstance)
                        .forEach(value -> names.add(((VariableReference) value).getName()));
            }
            node.getChildren().forEach(child -> open.add((Node<?>) child));
        }
        return List.copyOf(names);
    }

    private static boolean isCondition(Directive directive) {
        return directive.getName().equals("include") || directive.getName().equals("skip");
    }

    OperationDefinition operation(@Nullable String name) {
        if (operations.isEmpty()) {
            throw RefusedRequest.of("OPERATION_RESOLUTION_FAILURE", "The document holds no operation");
        }
        if (name == null || name.isEmpty()) {
            if (operations.size() > 1) {
                throw RefusedRequest.of(
                        "OPERATION_RESOLUTION_FAILURE", "The document holds several operations: say operationName");
            }
            return operations.get(0);
        }
        return operations.stream()
                .filter(operation -> name.equals(operation.getName()))
                .findFirst()
                .orElseThrow(() -> RefusedRequest.of(
                        "OPERATION_RESOLUTION_FAILURE", "The document holds no operation of that name"));
    }
}
