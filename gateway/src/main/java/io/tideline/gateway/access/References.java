package io.tideline.gateway.access;

import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
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
                names.add(TypeNames.named(field.getType()));
                addInputs(names, field.getInputValueDefinitions());
            }
            implementing.getImplements().forEach(name -> names.add(TypeNames.named((Type<?>) name)));
        }
        if (type instanceof InterfaceTypeDefinition face) {
            implementations(face.getName()).forEach(implementing -> names.add(implementing.getName()));
        }
        if (type instanceof UnionTypeDefinition union) {
            union.getMemberTypes().forEach(member -> names.add(TypeNames.named((Type<?>) member)));
        }
        if (type instanceof InputObjectTypeDefinition input) {
            addInputs(names, input.getInputValueDefinitions());
        }
        return names;
    }

    private static void addInputs(List<String> names, List<InputValueDefinition> inputs) {
        inputs.forEach(input -> names.add(TypeNames.named(input.getType())));
    }

    /** The objects and interfaces that say they implement this interface. */
    List<ImplementingTypeDefinition<?>> implementations(String face) {
        List<ImplementingTypeDefinition<?>> found = new ArrayList<>();
        for (TypeDefinition<?> other : types.values()) {
            if (other instanceof ImplementingTypeDefinition<?> implementing
                    && implementing.getImplements().stream()
                            .anyMatch(name -> TypeNames.named((Type<?>) name).equals(face))) {
                found.add(implementing);
            }
        }
        return found;
    }
}
