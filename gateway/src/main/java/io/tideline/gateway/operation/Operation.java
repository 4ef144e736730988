package io.tideline.gateway.operation;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation, ready to be planned: conditions are decided, fragments are spread.
 *
 * @param root the name of the root type in the supergraph
 * @param selections what to answer, introspection left out
 * @param introspection a document that asks only for the introspection fields, null where there are none
 * @param variables the declared variables by name
 * @param normalised the same text for operations that mean the same; keys the plan cache
 */
public record Operation(
        OperationDefinition.Operation kind,
        @Nullable String name,
        String root,
        List<Selected> selections,
        @Nullable Document introspection,
        Map<String, VariableDefinition> variables,
        String normalised) {

    public Operation {
        selections = List.copyOf(selections);
        variables = Map.copyOf(variables);
    }

    public boolean isMutation() {
        return kind == OperationDefinition.Operation.MUTATION;
    }
}
