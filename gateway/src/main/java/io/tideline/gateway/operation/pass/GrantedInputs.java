package io.tideline.gateway.operation.pass;

import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.TypeInfo;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What fields of one document are given, as far as the document says: the values of variables come with the request. */
final class GrantedInputs {
    private final Set<String> deniedVariables = new HashSet<>();

    GrantedInputs(Document document, GraphQLSchema granted) {
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            for (VariableDefinition variable : operation.getVariableDefinitions()) {
                GraphQLType type =
                        granted.getType(TypeInfo.typeInfo(variable.getType()).getName());
                if (!isGranted(variable.getDefaultValue(), type)) {
                    deniedVariables.add(variable.getName());
                }
            }
        }
    }

    /** Whether the caller's own schema has every argument that the field is given, and all within them. */
    boolean allow(Field field, GraphQLFieldDefinition definition) {
        return field.getArguments().stream().allMatch(argument -> {
            GraphQLArgument known = definition.getArgument(argument.getName());
            return known != null && isGranted(argument.getValue(), known.getType());
        });
    }

    private boolean isGranted(@Nullable Value<?> value, @Nullable GraphQLType type) {
        if (type == null) {
            return false;
        }
        if (value instanceof VariableReference variable) {
            return !deniedVariables.contains(variable.getName());
        }
        if (value instanceof ArrayValue list) {
            return list.getValues().stream().allMatch(item -> isGranted(item, type));
        }
        GraphQLType named = GraphQLTypeUtil.unwrapAll(type);
        if (value instanceof ObjectValue object && named instanceof GraphQLInputObjectType input) {
            return object.getObjectFields().stream().allMatch(field -> {
                GraphQLInputObjectField known = input.getFieldDefinition(field.getName());
                return known != null && isGranted(field.getValue(), known.getType());
            });
        }
        return !(value instanceof EnumValue one && named instanceof GraphQLEnumType known)
                || known.getValue(one.getName()) != null;
    }
}
