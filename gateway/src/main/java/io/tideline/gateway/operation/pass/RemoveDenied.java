package io.tideline.gateway.operation.pass;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Removes from a valid document what the caller's own schema does not have, fields that are given something it does not
 * have, and what is left with nothing to ask.
 * <pre>
 * before  { me { name secret } ledger { total } }      secret and total are denied
 * after   { me { name } }
 * </pre>
 */
public final class RemoveDenied {
    private static final SelectionSet NOTHING = SelectionSet.newSelectionSet().build();

    private final GraphQLSchema granted;
    private final GrantedInputs inputs;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, SelectionSet> reduced = new HashMap<>();

    private RemoveDenied(GraphQLSchema granted, Document document) {
        this.granted = granted;
        this.inputs = new GrantedInputs(document, granted);
        for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
            fragments.put(fragment.getName(), fragment);
        }
    }

    public static Document run(Document document, GraphQLSchema granted) {
        RemoveDenied pass = new RemoveDenied(granted, document);
        List<Definition<?>> kept = new ArrayList<>();
        for (Definition<?> definition : document.getDefinitions()) {
            if (definition instanceof OperationDefinition operation) {
                SelectionSet set = pass.reduce(operation.getSelectionSet(), pass.root(operation));
                kept.add(operation.transform(builder -> builder.selectionSet(set)));
            } else if (definition instanceof FragmentDefinition fragment) {
                SelectionSet set = pass.reduceFragment(fragment.getName());
                kept.add(fragment.transform(builder -> builder.selectionSet(set)));
            }
        }
        return document.transform(builder -> builder.definitions(raw(kept)));
    }

    private @Nullable GraphQLNamedType root(OperationDefinition operation) {
        @Nullable
        GraphQLObjectType root =
                switch (operation.getOperation()) {
                    case QUERY -> granted.getQueryType();
                    case MUTATION -> granted.getMutationType();
                    case SUBSCRIPTION -> granted.getSubscriptionType();
                };
        return root;
    }

    private SelectionSet reduce(SelectionSet set, @Nullable GraphQLNamedType parent) {
        if (parent == null) {
            return NOTHING;
        }
        List<Selection<?>> kept = new ArrayList<>();
        for (Selection<?> selection : set.getSelections()) {
            Selection<?> left = reduce(selection, parent);
            if (left != null) {
                kept.add(left);
            }
        }
        return SelectionSet.newSelectionSet(kept).build();
    }

    private @Nullable Selection<?> reduce(Selection<?> selection, GraphQLNamedType parent) {
        if (selection instanceof Field field) {
            return reduceField(field, parent);
        }
        if (selection instanceof FragmentSpread spread) {
            return isNothing(reduceFragment(spread.getName())) ? null : spread;
        }
        InlineFragment fragment = (InlineFragment) selection;
        GraphQLNamedType type = fragment.getTypeCondition() == null
                ? parent
                : named(fragment.getTypeCondition().getName());
        SelectionSet set = reduce(fragment.getSelectionSet(), type);
        return isNothing(set) ? null : fragment.transform(builder -> builder.selectionSet(set));
    }

    private @Nullable Field reduceField(Field field, GraphQLNamedType parent) {
        if (field.getName().startsWith("__")) {
            return field;
        }
        GraphQLFieldDefinition definition = parent instanceof GraphQLFieldsContainer container
                ? container.getFieldDefinition(field.getName())
                : null;
        if (definition == null || !inputs.allow(field, definition)) {
            return null;
        }
        if (field.getSelectionSet() == null) {
            return field;
        }
        GraphQLNamedType type = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(definition.getType());
        SelectionSet set = reduce(field.getSelectionSet(), type);
        return isNothing(set) ? null : field.transform(builder -> builder.selectionSet(set));
    }

    private SelectionSet reduceFragment(String name) {
        SelectionSet known = reduced.get(name);
        FragmentDefinition fragment = fragments.get(name);
        if (known != null || fragment == null) {
            return known == null ? NOTHING : known;
        }
        SelectionSet set = reduce(
                fragment.getSelectionSet(), named(fragment.getTypeCondition().getName()));
        reduced.put(name, set);
        return set;
    }

    private @Nullable GraphQLNamedType named(String type) {
        return granted.getType(type) instanceof GraphQLNamedType known ? known : null;
    }

    private static boolean isNothing(SelectionSet set) {
        return set.getSelections().isEmpty();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Definition> raw(List<Definition<?>> definitions) {
        return (List) definitions;
    }
}
