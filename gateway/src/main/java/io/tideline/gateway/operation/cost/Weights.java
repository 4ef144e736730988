package io.tideline.gateway.operation.cost;

import graphql.language.DirectivesContainer;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import io.tideline.gateway.supergraph.SuperField;
import io.tideline.gateway.supergraph.SuperType;
import io.tideline.gateway.supergraph.Supergraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the elements of one supergraph weigh. An object weighs 1 and a leaf 0 unless {@code @cost} says otherwise. Where
 * the schema says nothing of a connection, its pages and edges weigh nothing, and {@code first} or {@code last} says how
 * many {@code edges} and {@code nodes} it brings.
 *
 * <p>Source: "The GraphQL Cost Directives Specification", IBM, 2023.
 */
public final class Weights {
    private static final List<String> PAGING = List.of("first", "last");
    private static final List<String> ITEMS = List.of("edges", "nodes");

    private final Supergraph supergraph;
    private final CostDirectives directives;
    private final Map<String, TypeDefinition<?>> definitions = new HashMap<>();
    private final Map<String, Double> typeWeights = new HashMap<>();
    private final Map<String, ListSize> listSizes = new HashMap<>();

    public Weights(Supergraph supergraph) {
        this.supergraph = supergraph;
        this.directives = new CostDirectives(supergraph.directives());
        supergraph.document().getDefinitions().forEach(definition -> {
            if (definition instanceof TypeDefinition<?> type) {
                definitions.put(type.getName(), type);
            }
        });
        definitions.forEach((name, type) -> typeWeights.put(name, weigh(type)));
        for (String name : definitions.keySet()) {
            if (supergraph.isComposite(name)) {
                supergraph.type(name).fields().values().forEach(field -> readSize(name, field));
            }
        }
    }

    private double weigh(TypeDefinition<?> type) {
        Double written = directives.weight((DirectivesContainer<?>) type);
        if (written != null) {
            return written;
        }
        if (type instanceof InputObjectTypeDefinition) {
            return 1;
        }
        return supergraph.isComposite(type.getName()) && !isWrapping(supergraph.type(type.getName())) ? 1 : 0;
    }

    /** A page, an edge or what is said of a page: it comes with the items and is no item itself. */
    private static boolean isWrapping(SuperType type) {
        boolean page = type.field("pageInfo") != null && ITEMS.stream().anyMatch(items -> isList(type.field(items)));
        boolean edge = type.field("node") != null && type.field("cursor") != null;
        return page || edge || type.name().equals("PageInfo");
    }

    private static boolean isList(@Nullable SuperField field) {
        return field != null && isList(field.type());
    }

    static boolean isList(Type<?> type) {
        Type<?> inner = type instanceof NonNullType required ? (Type<?>) required.getType() : type;
        return inner instanceof ListType;
    }

    private void readSize(String typeName, SuperField field) {
        ListSize written = writtenSize(typeName, field);
        ListSize size = written == null ? impliedSize(field) : written;
        // Read once so that an unreadable weight refuses the supergraph, not a request.
        directives.weight(field.definition());
        if (size != null) {
            listSizes.put(typeName + "." + field.name(), size);
        }
    }

    /** What is written at the field, else at that of an interface. */
    private @Nullable ListSize writtenSize(String typeName, SuperField field) {
        ListSize written = directives.listSize(field.definition());
        for (String name : supergraph.type(typeName).interfaces()) {
            SuperField common = supergraph.type(name).field(field.name());
            written = written != null || common == null ? written : directives.listSize(common.definition());
        }
        return written;
    }

    private @Nullable ListSize impliedSize(SuperField field) {
        List<String> paging = field.definition().getInputValueDefinitions().stream()
                .map(InputValueDefinition::getName)
                .filter(PAGING::contains)
                .toList();
        if (paging.isEmpty()) {
            return null;
        }
        if (isList(field.type())) {
            return new ListSize(null, paging, List.of(), false);
        }
        List<String> items = new ArrayList<>();
        if (supergraph.isComposite(field.typeName())) {
            SuperType type = supergraph.type(field.typeName());
            ITEMS.stream().filter(name -> isList(type.field(name))).forEach(items::add);
        }
        return items.isEmpty() ? null : new ListSize(null, paging, items, false);
    }

    double type(String name) {
        return typeWeights.getOrDefault(name, 0.0);
    }

    /** The weight written at a field, null where its type's weight counts. */
    @Nullable
    Double field(String typeName, String fieldName) {
        SuperField field =
                supergraph.isComposite(typeName) ? supergraph.type(typeName).field(fieldName) : null;
        return field == null ? null : directives.weight(field.definition());
    }

    ListSize size(String typeName, String fieldName) {
        return listSizes.getOrDefault(typeName + "." + fieldName, ListSize.UNSAID);
    }

    List<InputValueDefinition> arguments(String typeName, String fieldName) {
        SuperField field =
                supergraph.isComposite(typeName) ? supergraph.type(typeName).field(fieldName) : null;
        return field == null ? List.of() : field.definition().getInputValueDefinitions();
    }

    /** The weight of a value given for an argument or an input field, without what is inside it. */
    double input(InputValueDefinition definition) {
        Double written = directives.weight(definition);
        return written == null ? type(named(definition.getType())) : written;
    }

    /** Whether a value for it can weigh anything. */
    boolean isWeighty(InputValueDefinition definition) {
        return input(definition) != 0 || !inputFields(definition.getType()).isEmpty();
    }

    /** The fields of an input object, empty for any other type. */
    List<InputValueDefinition> inputFields(Type<?> type) {
        return definitions.get(named(type)) instanceof InputObjectTypeDefinition input
                ? input.getInputValueDefinitions()
                : List.of();
    }

    static String named(Type<?> type) {
        Type<?> inner = type;
        while (!(inner instanceof TypeName)) {
            inner = (Type<?>) inner.getChildren().get(0);
        }
        return ((TypeName) inner).getName();
    }
}
