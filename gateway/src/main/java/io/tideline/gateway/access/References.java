package io.tideline.gateway.access;

import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.UnionTypeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The types one type leads to: of its fields and arguments, its interfaces, and what implements it. */
record References(Map<String, TypeDefinition<?>> types) {

    List<String> of(TypeDefinition<?> type) {
        List<String> names = new ArrayList<>();
        if (type instanceof ImplementingTypeDefinition<?> implementing) {
            for (FieldDefinition field : implementing.getFieldDefinitions()) {
                names.add(SchemaCut.named(field.getType()));
                addInputs(names, field.getInputValueDefinitions());
            }
            implementing.getImplements().forEach(name -> names.add(SchemaCut.named((Type<?>) name)));
        }
        if (type instanceof InterfaceTypeDefinition face) {
            addImplementations(names, face.getName());
        }
        if (type instanceof UnionTypeDefinition union) {
            union.getMemberTypes().forEach(member -> names.add(SchemaCut.named((Type<?>) member)));
        }
        if (type instanceof InputObjectTypeDefinition input) {
            addInputs(names, input.getInputValueDefinitions());
        }
        return names;
    }

    private static void addInputs(List<String> names, List<InputValueDefinition> inputs) {
        inputs.forEach(input -> names.add(SchemaCut.named(input.getType())));
    }

    private void addImplementations(List<String> names, String face) {
        for (TypeDefinition<?> other : types.values()) {
            boolean object = other instanceof ObjectTypeDefinition || other instanceof InterfaceTypeDefinition;
            if (object
                    && ((ImplementingTypeDefinition<?>) other)
                            .getImplements().stream().anyMatch(name -> SchemaCut.named((Type<?>) name)
                                    .equals(face))) {
                names.add(other.getName());
            }
        }
    }
}
