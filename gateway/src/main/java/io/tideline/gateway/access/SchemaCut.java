package io.tideline.gateway.access;

import graphql.language.Argument;
import graphql.language.Directive;
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
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import io.tideline.gateway.supergraph.Supergraph;
import java.util.ArrayList;
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

    private final Supergraph supergraph;
    private final Clearance clearance;

    /** {@code caller} is null for one who may see everything that is not inaccessible. */
    SchemaCut(Supergraph supergraph, @Nullable Caller caller) {
        this.supergraph = supergraph;
        this.clearance = new Clearance(supergraph, caller);
    }

    /** The visible types by name. */
    Map<String, TypeDefinition<?>> run() {
        Map<String, TypeDefinition<?>> types = new TreeMap<>();
        supergraph.document().getDefinitions().forEach(definition -> {
            if (definition instanceof TypeDefinition<?> type && !isMachinery(type.getName()) && clearance.shows(type)) {
                types.put(type.getName(), cut(type));
            }
        });
        return new DropUnusable(supergraph, types).run();
    }

    private static boolean isMachinery(String name) {
        return name.contains("__") || name.startsWith("_");
    }

    private TypeDefinition<?> cut(TypeDefinition<?> type) {
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
            return list.transform(
                    builder -> builder.enumValueDefinitions(values(list)).directives(kept(list)));
        }
        if (type instanceof InputObjectTypeDefinition input) {
            return input.transform(builder -> builder.inputValueDefinitions(inputs(input.getInputValueDefinitions()))
                    .directives(kept(input)));
        }
        ScalarTypeDefinition scalar = (ScalarTypeDefinition) type;
        return scalar.transform(builder -> builder.directives(kept(scalar)));
    }

    private List<EnumValueDefinition> values(EnumTypeDefinition list) {
        return list.getEnumValueDefinitions().stream()
                .filter(clearance::shows)
                .map(value -> value.transform(builder -> builder.directives(kept(value))))
                .toList();
    }

    private List<FieldDefinition> fields(ImplementingTypeDefinition<?> type) {
        return type.getFieldDefinitions().stream()
                .filter(field -> clearance.shows(type, field))
                .map(field -> field.transform(
                        builder -> builder.inputValueDefinitions(inputs(field.getInputValueDefinitions()))
                                .directives(kept(field))))
                .toList();
    }

    private List<InputValueDefinition> inputs(List<InputValueDefinition> inputs) {
        return inputs.stream()
                .filter(clearance::shows)
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
}
