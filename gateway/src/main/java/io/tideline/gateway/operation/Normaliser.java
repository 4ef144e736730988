package io.tideline.gateway.operation;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import io.tideline.gateway.operation.pass.Conditions;
import io.tideline.gateway.operation.pass.RemoveDenied;
import io.tideline.gateway.operation.pass.SpreadSelections;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes operations of valid documents: what is denied is taken out, then fragments and conditions are resolved. */
final class Normaliser {
    private final Supergraph supergraph;
    private final TypeSet visible;
    private final @Nullable GraphQLSchema granted;
    private final int budget;

    /** {@code granted} is null where documents are validated against the very schema that is granted. */
    Normaliser(Supergraph supergraph, GraphQLSchema schema, @Nullable GraphQLSchema granted, int budget) {
        this.supergraph = supergraph;
        this.visible = supergraph.typesWhere(name -> schema.getType(name) != null);
        this.granted = granted;
        this.budget = budget;
    }

    KnownDocument know(Document document) {
        return new KnownDocument(
                document, granted == null ? null : new KnownDocument(RemoveDenied.run(document, granted), null));
    }

    Operation normalise(KnownDocument known, OperationDefinition definition, Conditions conditions) {
        OperationDefinition.Operation kind = definition.getOperation();
        String root = supergraph.root(kind.name().toLowerCase(Locale.ROOT));
        if (root == null) {
            throw RefusedRequest.of("GRAPHQL_VALIDATION_FAILED", "The schema has no " + kind);
        }
        IntrospectionSplit split = IntrospectionSplit.of(definition.getSelectionSet(), known.fragments, conditions);
        List<Selected> asked = spread(known, conditions, root, split.rest(), visible);
        List<Selected> selections = asked;
        List<List<Object>> denied = List.of();
        if (known.granted != null && granted != null) {
            selections = grantedSelections(known.granted, definition, conditions, root, granted);
            denied = DeniedPaths.of(asked, selections, supergraph, granted);
        }
        Map<String, VariableDefinition> variables = new HashMap<>();
        definition.getVariableDefinitions().forEach(variable -> variables.put(variable.getName(), variable));
        String normalised = NormalText.of(kind.name(), definition.getVariableDefinitions(), asked);
        return new Operation(
                kind,
                definition.getName(),
                root,
                selections,
                asked,
                denied,
                introspection(known, definition, split.introspection()),
                variables,
                normalised + split.introspection());
    }

    private List<Selected> grantedSelections(
            KnownDocument known, OperationDefinition asked, Conditions conditions, String root, GraphQLSchema schema) {
        SelectionSet left = known.operation(asked.getName()).getSelectionSet();
        SelectionSet rest =
                IntrospectionSplit.of(left, known.fragments, conditions).rest();
        TypeSet seen = supergraph.typesWhere(name -> schema.getType(name) != null);
        return spread(known, conditions, root, rest, seen);
    }

    private List<Selected> spread(
            KnownDocument known, Conditions conditions, String root, SelectionSet set, TypeSet seen) {
        return new SpreadSelections(supergraph, seen, known.fragments, conditions, budget).run(root, set);
    }

    private static @Nullable Document introspection(
            KnownDocument known, OperationDefinition definition, List<Field> fields) {
        if (fields.isEmpty()) {
            return null;
        }
        List<Selection<?>> selections = new ArrayList<>(fields);
        OperationDefinition only = definition.transform(builder ->
                builder.selectionSet(SelectionSet.newSelectionSet(selections).build()));
        List<Definition<?>> definitions = new ArrayList<>(known.fragments.values());
        definitions.add(only);
        return Document.newDocument().definitions(rawList(definitions)).build();
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static List<Definition> rawList(List<Definition<?>> definitions) {
        return (List) definitions;
    }
}
