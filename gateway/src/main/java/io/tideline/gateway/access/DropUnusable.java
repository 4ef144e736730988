package io.tideline.gateway.access;

import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import io.tideline.gateway.supergraph.Supergraph;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Drops what guards left without a use, until nothing changes, and then what no operation reaches.
 * <pre>
 * before  interface Node {id}   type Team implements Node {id}   (Customer is hidden)   union Hit = Customer
 *         type Query { node: Node  customer: Customer  hit: Hit }
 * after   interface Node {id}   type Team implements Node {id}
 *         type Query { node: Node }
 * </pre>
 * An abstract type lives as long as one of its possible types does. A field of an interface lives as long as every
 * implementation that is left has it: so no interface shows what one of the visible implementations hides.
 */
final class DropUnusable {
    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final Supergraph supergraph;
    private final Map<String, TypeDefinition<?>> types;

    DropUnusable(Supergraph supergraph, Map<String, TypeDefinition<?>> types) {
        this.supergraph = supergraph;
        this.types = new TreeMap<>(types);
    }

    Map<String, TypeDefinition<?>> run() {
        long left = Long.MAX_VALUE;
        for (long now = parts(); now < left; now = parts()) {
            left = now;
            Map<String, TypeDefinition<?>> next = new LinkedHashMap<>();
            types.forEach((name, type) -> next.put(name, cut(type)));
            next.values().removeIf(this::isEmpty);
            types.clear();
            types.putAll(next);
        }
        keepReachable();
        return types;
    }

    /** How much is left, counted so that it shrinks whenever anything is dropped. */
    private long parts() {
        return types.values().stream()
                .mapToLong(type -> 1L
                        + type.getChildren().stream()
                                .mapToLong(child -> 1L + child.getChildren().size())
                                .sum())
                .sum();
    }

    private boolean isEmpty(TypeDefinition<?> type) {
        if (type.getName().equals(supergraph.root("query"))) {
            return false;
        }
        if (type instanceof InterfaceTypeDefinition face && !isPossible(face.getName())) {
            return true;
        }
        if (type instanceof ImplementingTypeDefinition<?> implementing) {
            return implementing.getFieldDefinitions().isEmpty();
        }
        if (type instanceof UnionTypeDefinition union) {
            return union.getMemberTypes().isEmpty();
        }
        if (type instanceof EnumTypeDefinition list) {
            return list.getEnumValueDefinitions().isEmpty();
        }
        return type instanceof InputObjectTypeDefinition input
                && input.getInputValueDefinitions().isEmpty();
    }

    private boolean isPossible(String abstractType) {
        return !supergraph
                .possible(abstractType)
                .all(runtime -> !types.containsKey(supergraph.runtimeTypes().get(runtime)));
    }

    private TypeDefinition<?> cut(TypeDefinition<?> type) {
        if (type instanceof ObjectTypeDefinition object) {
            return object.transform(builder -> builder.fieldDefinitions(fields(object))
                    .implementz(TypeNames.raw(left(TypeNames.typed(object.getImplements())))));
        }
        if (type instanceof InterfaceTypeDefinition face) {
            return face.transform(builder -> builder.definitions(shared(face))
                    .implementz(TypeNames.raw(left(TypeNames.typed(face.getImplements())))));
        }
        if (type instanceof UnionTypeDefinition union) {
            return union.transform(
                    builder -> builder.memberTypes(TypeNames.raw(left(TypeNames.typed(union.getMemberTypes())))));
        }
        if (type instanceof InputObjectTypeDefinition input) {
            return input.transform(builder -> builder.inputValueDefinitions(inputs(input.getInputValueDefinitions())));
        }
        return type;
    }

    private List<FieldDefinition> fields(ImplementingTypeDefinition<?> type) {
        return type.getFieldDefinitions().stream()
                .filter(field -> isLeft(TypeNames.named(field.getType())))
                .map(field -> field.transform(
                        builder -> builder.inputValueDefinitions(inputs(field.getInputValueDefinitions()))))
                .toList();
    }

    /** The fields that all implementations still have. */
    private List<FieldDefinition> shared(InterfaceTypeDefinition face) {
        List<ImplementingTypeDefinition<?>> implementations = new References(types).implementations(face.getName());
        return fields(face).stream()
                .filter(field -> implementations.stream().allMatch(type -> type.getFieldDefinitions().stream()
                        .anyMatch(own -> own.getName().equals(field.getName()))))
                .toList();
    }

    private List<InputValueDefinition> inputs(List<InputValueDefinition> inputs) {
        return inputs.stream()
                .filter(input -> isLeft(TypeNames.named(input.getType())))
                .toList();
    }

    private List<Type<?>> left(List<Type<?>> names) {
        return names.stream()
                .filter(name -> types.containsKey(TypeNames.named(name)))
                .toList();
    }

    private boolean isLeft(String typeName) {
        return BUILT_IN.contains(typeName) || types.containsKey(typeName);
    }

    private void keepReachable() {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        for (String operation : List.of("query", "mutation", "subscription")) {
            String root = supergraph.root(operation);
            if (root != null) {
                open.add(root);
            }
        }
        while (!open.isEmpty()) {
            String name = open.removeLast();
            TypeDefinition<?> type = types.get(name);
            if (type != null && reached.add(name)) {
                open.addAll(new References(types).of(type));
            }
        }
        types.keySet().retainAll(reached);
    }
}
