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
 * @param selections what to fetch: introspection left out, and what is denied
 * @param asked what to answer; the same as {@code selections} where nothing is denied
 * @param denied the response paths that were asked for and are denied, list positions left out
 * @param introspection a document that asks only for the introspection fields, null where there are none
 * @param variables the declared variables by name
 * @param normalised the same text for operations that mean the same; keys the plan cache
 */
public record Operation(
        OperationDefinition.Operation kind,
        @Nullable String name,
        String root,
        List<Selected> selections,
        List<Selected> asked,
        List<List<Object>> denied,
        @Nullable Document introspection,
        Map<String, VariableDefinition> variables,
        String normalised) {

    public Operation {
        selections = List.copyOf(selections);
        asked = List.copyOf(asked);
        denied = List.copyOf(denied);
        variables = Map.copyOf(variables);
    }

    public boolean isMutation() {
        return kind == OperationDefinition.Operation.MUTATION;
    }

    public boolean isSubscription() {
        return kind == OperationDefinition.Operation.SUBSCRIPTION;
    }
}
