package io.tideline.gateway.operation;

import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import io.tideline.gateway.operation.pass.Conditions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parts the root fields that ask about the schema from those that ask for data. */
record IntrospectionSplit(List<Field> introspection, SelectionSet rest) {

    static IntrospectionSplit of(SelectionSet root, Map<String, FragmentDefinition> fragments, Conditions conditions) {
        List<Field> introspection = new ArrayList<>();
        List<Selection<?>> rest = new ArrayList<>();
        new Walk(fragments, conditions, introspection, rest, new HashSet<>()).walk(root);
        return new IntrospectionSplit(
                List.copyOf(introspection), SelectionSet.newSelectionSet(rest).build());
    }

    private record Walk(
            Map<String, FragmentDefinition> fragments,
            Conditions conditions,
            List<Field> introspection,
            List<Selection<?>> rest,
            Set<String> visited) {

        void walk(SelectionSet set) {
            for (Selection<?> selection : set.getSelections()) {
                if (conditions.include((DirectivesContainer<?>) selection)) {
                    take(selection);
                }
            }
        }

        private void take(Selection<?> selection) {
            if (selection instanceof InlineFragment fragment) {
                walk(fragment.getSelectionSet());
            } else if (selection instanceof FragmentSpread spread) {
                FragmentDefinition fragment = fragments.get(spread.getName());
                if (fragment != null && visited.add(spread.getName())) {
                    walk(fragment.getSelectionSet());
                }
            } else if (selection instanceof Field field
                    && (field.getName().equals("__schema") || field.getName().equals("__type"))) {
                introspection.add(field);
            } else {
                rest.add(selection);
            }
        }
    }
}
