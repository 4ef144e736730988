package io.tideline.gateway.operation.pass;

import graphql.language.Argument;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.NonNullType;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Type;
import graphql.language.TypeName;
import io.tideline.gateway.operation.RefusedRequest;
import io.tideline.gateway.operation.Selected;
import io.tideline.gateway.supergraph.FieldSet;
import io.tideline.gateway.supergraph.SuperField;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Spreads fragments and decides conditions, so that a selection is a flat list of fields, each with the runtime types it
 * applies to.
 * <pre>
 * before  { media { id ... on Book { id title @skip(if: $short) } } }      $short = false
 * after   media { id on {Book}  id on {Film}  title on {Book} }
 * </pre>
 * Fields of one response key are merged; those that apply to different types stay apart. Nothing applies to a type the
 * caller may not see, so that neither a selection nor a key is ever fetched for its objects.
 */
public final class SpreadSelections {
    private static final Type<?> NAME = new NonNullType(new TypeName("String"));

    private final Supergraph supergraph;
    private final TypeSet visible;
    private final Map<String, FragmentDefinition> fragments;
    private final Conditions conditions;
    private int budget;

    private record Occurrence(Field field, TypeSet on, boolean everywhere, int order) {}

    /** {@code visible} are the runtime types the caller may see. */
    public SpreadSelections(
            Supergraph supergraph,
            TypeSet visible,
            Map<String, FragmentDefinition> fragments,
            Conditions conditions,
            int budget) {
        this.supergraph = supergraph;
        this.visible = visible;
        this.fragments = fragments;
        this.conditions = conditions;
        this.budget = budget;
    }

    public List<Selected> run(String typeName, SelectionSet set) {
        return spread(typeName, List.of(set));
    }

    private List<Selected> spread(String typeName, List<SelectionSet> sets) {
        TypeSet all = supergraph.possible(typeName).and(visible);
        Map<String, List<Occurrence>> byKey = new LinkedHashMap<>();
        Set<Object> visited = new HashSet<>();
        Collecting collecting = new Collecting(all, byKey, visited);
        sets.forEach(set -> collect(set, all, collecting));
        List<Selected> selected = new ArrayList<>();
        byKey.values().forEach(occurrences -> selected.addAll(merge(typeName, all, occurrences)));
        selected.sort(Comparator.comparingInt(Selected::order));
        return selected;
    }

    private record Collecting(TypeSet all, Map<String, List<Occurrence>> byKey, Set<Object> visited) {}

    private void collect(SelectionSet set, TypeSet on, Collecting into) {
        for (Selection<?> selection : set.getSelections()) {
            if (!conditions.include((DirectivesContainer<?>) selection)) {
                continue;
            }
            spend();
            if (selection instanceof Field field) {
                String key = field.getAlias() == null ? field.getName() : field.getAlias();
                List<Occurrence> list = into.byKey.computeIfAbsent(key, any -> new ArrayList<>());
                list.add(new Occurrence(field, on, on.hasAll(into.all), budget));
            } else if (selection instanceof InlineFragment fragment) {
                TypeName condition = fragment.getTypeCondition();
                TypeSet narrowed = condition == null ? on : on.and(supergraph.possible(condition.getName()));
                descend(fragment.getSelectionSet(), narrowed, condition == null, into);
            } else {
                collectSpread((FragmentSpread) selection, on, into);
            }
        }
    }

    private void collectSpread(FragmentSpread spread, TypeSet on, Collecting into) {
        FragmentDefinition fragment = fragments.get(spread.getName());
        if (fragment != null && into.visited.add(List.of(spread.getName(), on))) {
            TypeSet narrowed =
                    on.and(supergraph.possible(fragment.getTypeCondition().getName()));
            descend(fragment.getSelectionSet(), narrowed, false, into);
        }
    }

    private void descend(SelectionSet set, TypeSet on, boolean always, Collecting into) {
        if (always || !on.isEmpty() || into.all.isEmpty()) {
            collect(set, on, into);
        }
    }

    private void spend() {
        if (--budget < 0) {
            throw RefusedRequest.of("MAX_SELECTIONS_LIMIT", "The operation selects too many fields");
        }
    }

    /** Parts one response key by runtime type: types that ask the same below and have the same type stay together. */
    private List<Selected> merge(String typeName, TypeSet all, List<Occurrence> occurrences) {
        if (all.isEmpty()) {
            return List.of(select(typeName, TypeSet.NONE, occurrences));
        }
        Map<List<Object>, TypeSet> parts = new LinkedHashMap<>();
        Map<List<Object>, List<Occurrence>> members = new LinkedHashMap<>();
        all.each(runtime -> {
            List<Occurrence> covering =
                    occurrences.stream().filter(one -> one.on.has(runtime)).toList();
            if (!covering.isEmpty()) {
                List<Object> part = likeness(typeName, runtime, covering);
                parts.merge(part, TypeSet.single(runtime), TypeSet::or);
                members.putIfAbsent(part, covering);
            }
        });
        List<Selected> merged = new ArrayList<>();
        members.forEach((part, covering) -> merged.add(select(typeName, parts.getOrDefault(part, all), covering)));
        return merged;
    }

    private List<Object> likeness(String typeName, int runtime, List<Occurrence> covering) {
        List<Object> same = new ArrayList<>();
        boolean everywhere = false;
        for (Occurrence one : covering) {
            SelectionSet below = one.field.getSelectionSet();
            if (below != null) {
                same.add(System.identityHashCode(below));
            }
            everywhere |= one.everywhere;
        }
        String name = covering.get(0).field.getName();
        same.add(everywhere);
        same.add(covering.get(0).order);
        same.add(String.valueOf(typeOf(typeName, supergraph.runtimeTypes().get(runtime), name)));
        return same;
    }

    private Selected select(String typeName, TypeSet on, List<Occurrence> occurrences) {
        spend();
        Field field = occurrences.get(0).field;
        String owner = on.isEmpty() ? typeName : supergraph.runtimeTypes().get(on.first());
        Type<?> type = typeOf(typeName, owner, field.getName());
        String named = namedType(type);
        List<SelectionSet> sets = new ArrayList<>();
        int order = Integer.MIN_VALUE;
        boolean everywhere = false;
        for (Occurrence one : occurrences) {
            SelectionSet below = one.field.getSelectionSet();
            if (below != null) {
                sets.add(below);
            }
            order = Math.max(order, one.order);
            everywhere |= one.everywhere;
        }
        List<Selected> below = sets.isEmpty() ? List.of() : spread(named, sets);
        String key = field.getAlias() == null ? field.getName() : field.getAlias();
        List<Argument> arguments = field.getArguments();
        return new Selected(
                key,
                field.getName(),
                arguments,
                FieldSet.argumentText(arguments),
                type,
                named,
                on,
                everywhere,
                -order,
                sets.isEmpty(),
                below);
    }

    private Type<?> typeOf(String typeName, String runtime, String fieldName) {
        if (fieldName.equals("__typename")) {
            return NAME;
        }
        SuperField field = supergraph.type(runtime).field(fieldName);
        if (field == null) {
            field = supergraph.type(typeName).field(fieldName);
        }
        if (field == null) {
            throw RefusedRequest.of(
                    "GRAPHQL_VALIDATION_FAILED", "Field '" + fieldName + "' is not answered by any subgraph");
        }
        return field.type();
    }

    private static String namedType(Type<?> type) {
        Type<?> inner = type;
        while (!(inner instanceof TypeName)) {
            inner = (Type<?>) inner.getChildren().get(0);
        }
        return ((TypeName) inner).getName();
    }
}
