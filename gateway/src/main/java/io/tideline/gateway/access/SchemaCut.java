package io.tideline.gateway.access;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.DirectivesContainer;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import io.tideline.gateway.supergraph.FieldAt;
import io.tideline.gateway.supergraph.FieldSet;
import io.tideline.gateway.supergraph.SuperField;
import io.tideline.gateway.supergraph.SuperType;
import io.tideline.gateway.supergraph.Supergraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Cuts from the supergraph what one caller may see: no join machinery, nothing inaccessible, nothing whose guard does
 * not open, and then nothing that is left empty or out of reach.
 */
final class SchemaCut {
    private static final Set<String> KEPT_DIRECTIVES = Set.of("deprecated", "specifiedBy", "oneOf");
    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final Supergraph supergraph;
    private final GuardReader guards;
    private final @Nullable Caller caller;
    private final Map<String, TypeDefinition<?>> types = new TreeMap<>();

    /** {@code caller} is null for one who may see everything that is not inaccessible. */
    SchemaCut(Supergraph supergraph, @Nullable Caller caller) {
        this.supergraph = supergraph;
        this.guards = new GuardReader(supergraph.directives());
        this.caller = caller;
    }

    /** The visible types by name. */
    Map<String, TypeDefinition<?>> run() {
        supergraph.document().getDefinitions().forEach(definition -> {
            if (definition instanceof TypeDefinition<?> type && !isMachinery(type.getName()) && isVisible(type)) {
                types.put(type.getName(), type);
            }
        });
        types.replaceAll((name, type) -> cutMembers(type));
        dropEmpty();
        keepReachable();
        return types;
    }

    private static boolean isMachinery(String name) {
        return name.contains("__") || name.startsWith("_");
    }

    private boolean isVisible(Object element) {
        DirectivesContainer<?> container = (DirectivesContainer<?>) element;
        return container
                        .getDirectives(supergraph.directives().of("inaccessible"))
                        .isEmpty()
                && isOpen(container);
    }

    private boolean isOpen(DirectivesContainer<?> element) {
        return caller == null || guards.read(element).lets(caller);
    }

    private TypeDefinition<?> cutMembers(TypeDefinition<?> type) {
        if (type instanceof ObjectTypeDefinition object) {
            return object.transform(
                    builder -> builder.fieldDefinitions(fields(object)).directives(kept(object)));
        }
        if (type instanceof InterfaceTypeDefinition face) {
            return face.transform(builder -> builder.definitions(fields(face)).directives(kept(face)));
        }
        if (type instanceof UnionTypeDefinition union) {
            return union.transform(builder -> builder.directives(kept(union)));
        }
        if (type instanceof EnumTypeDefinition list) {
            List<EnumValueDefinition> values = list.getEnumValueDefinitions().stream()
                    .filter(this::isVisible)
                    .map(value -> value.transform(builder -> builder.directives(kept(value))))
                    .toList();
            return list.transform(
                    builder -> builder.enumValueDefinitions(values).directives(kept(list)));
        }
        if (type instanceof InputObjectTypeDefinition input) {
            return input.transform(builder -> builder.inputValueDefinitions(inputs(input.getInputValueDefinitions()))
                    .directives(kept(input)));
        }
        ScalarTypeDefinition scalar = (ScalarTypeDefinition) type;
        return scalar.transform(builder -> builder.directives(kept(scalar)));
    }

    private List<FieldDefinition> fields(ImplementingTypeDefinition<?> type) {
        List<FieldDefinition> visible = new ArrayList<>();
        for (FieldDefinition field : type.getFieldDefinitions()) {
            if (isVisible(field) && isOpenEverywhere(type, field.getName(), new HashSet<>())) {
                visible.add(field.transform(
                        builder -> builder.inputValueDefinitions(inputs(field.getInputValueDefinitions()))
                                .directives(kept(field))));
            }
        }
        return visible;
    }

    /** The requirements of all implementations apply to the interface, and those of what a field requires to the field. */
    private boolean isOpenEverywhere(ImplementingTypeDefinition<?> type, String field, Set<String> visited) {
        if (caller == null || !visited.add(type.getName() + "." + field)) {
            return true;
        }
        SuperType superType = supergraph.type(type.getName());
        if (superType.kind() == SuperType.Kind.INTERFACE) {
            for (int runtime : supergraph.possible(type.getName()).toArray()) {
                String name = supergraph.runtimeTypes().get(runtime);
                if (!isFieldOpen(name, field) || !requirementsAreOpen(name, field, visited)) {
                    return false;
                }
            }
        }
        return requirementsAreOpen(type.getName(), field, visited);
    }

    private boolean isFieldOpen(String typeName, String fieldName) {
        SuperField field = supergraph.type(typeName).field(fieldName);
        return field == null || (isOpen(field.definition()) && isTypeOpen(typeName) && isTypeOpen(field.typeName()));
    }

    private boolean isTypeOpen(String typeName) {
        return supergraph.document().getDefinitions().stream()
                .filter(definition -> definition instanceof TypeDefinition<?> type
                        && type.getName().equals(typeName))
                .allMatch(definition -> isOpen((DirectivesContainer<?>) definition));
    }

    private boolean requirementsAreOpen(String typeName, String fieldName, Set<String> visited) {
        SuperField field = supergraph.type(typeName).field(fieldName);
        for (FieldAt at : field == null ? List.<FieldAt>of() : field.at().values()) {
            FieldSet requires = at.requires();
            if (requires != null && !isOpen(typeName, requires, visited)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOpen(String typeName, FieldSet set, Set<String> visited) {
        for (FieldSet.Part part : set.parts()) {
            if (part instanceof FieldSet.On on) {
                if (!isOpen(on.type(), on.below(), visited)) {
                    return false;
                }
                continue;
            }
            FieldSet.Member member = (FieldSet.Member) part;
            FieldSet below = member.below();
            SuperField field = supergraph.type(typeName).field(member.name());
            boolean open = isFieldOpen(typeName, member.name())
                    && (!visited.add(typeName + "." + member.name())
                            || requirementsAreOpen(typeName, member.name(), visited));
            if (!open || (below != null && field != null && !isOpen(field.typeName(), below, visited))) {
                return false;
            }
        }
        return true;
    }

    private List<InputValueDefinition> inputs(List<InputValueDefinition> inputs) {
        return inputs.stream()
                .filter(this::isVisible)
                .map(input -> input.transform(builder -> builder.directives(kept(input))))
                .toList();
    }

    private static List<Directive> kept(DirectivesContainer<?> element) {
        return element.getDirectives().stream()
                .filter(directive -> KEPT_DIRECTIVES.contains(directive.getName()))
                .map(directive -> directive.transform(
                        builder -> builder.arguments(new ArrayList<Argument>(directive.getArguments()))))
                .toList();
    }

    /** Drops fields of hidden types and types without fields until nothing changes. */
    private void dropEmpty() {
        boolean changed = true;
        while (changed) {
            Map<String, TypeDefinition<?>> next = new LinkedHashMap<>();
            types.forEach((name, type) -> next.put(name, withoutHidden(type)));
            next.values().removeIf(this::isEmpty);
            changed = !next.keySet().equals(types.keySet());
            types.clear();
            types.putAll(next);
        }
    }

    private boolean isEmpty(TypeDefinition<?> type) {
        if (type.getName().equals(supergraph.root("query"))) {
            return false;
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

    private TypeDefinition<?> withoutHidden(TypeDefinition<?> type) {
        if (type instanceof ObjectTypeDefinition object) {
            return object.transform(builder -> builder.fieldDefinitions(known(object))
                    .implementz(raw(knownTypes(rawTypes(object.getImplements())))));
        }
        if (type instanceof InterfaceTypeDefinition face) {
            return face.transform(builder ->
                    builder.definitions(known(face)).implementz(raw(knownTypes(rawTypes(face.getImplements())))));
        }
        if (type instanceof UnionTypeDefinition union) {
            return union.transform(builder -> builder.memberTypes(raw(knownTypes(rawTypes(union.getMemberTypes())))));
        }
        if (type instanceof InputObjectTypeDefinition input) {
            return input.transform(
                    builder -> builder.inputValueDefinitions(knownInputs(input.getInputValueDefinitions())));
        }
        return type;
    }

    private List<FieldDefinition> known(ImplementingTypeDefinition<?> type) {
        return type.getFieldDefinitions().stream()
                .filter(field -> isKnown(named(field.getType())))
                .map(field -> field.transform(
                        builder -> builder.inputValueDefinitions(knownInputs(field.getInputValueDefinitions()))))
                .toList();
    }

    private List<InputValueDefinition> knownInputs(List<InputValueDefinition> inputs) {
        return inputs.stream().filter(input -> isKnown(named(input.getType()))).toList();
    }

    private List<Type<?>> knownTypes(List<Type<?>> names) {
        return names.stream().filter(name -> types.containsKey(named(name))).toList();
    }

    private boolean isKnown(String typeName) {
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

    static String named(Type<?> type) {
        Type<?> inner = type;
        while (!(inner instanceof TypeName)) {
            inner = (Type<?>) inner.getChildren().get(0);
        }
        return ((TypeName) inner).getName();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Type<?>> rawTypes(List<Type> types) {
        return (List) types;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Type> raw(List<Type<?>> types) {
        return (List) types;
    }

    static boolean isKept(DirectiveDefinition definition) {
        return KEPT_DIRECTIVES.contains(definition.getName());
    }
}
