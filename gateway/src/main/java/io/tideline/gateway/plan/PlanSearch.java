package io.tideline.gateway.plan;

import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.Selected;
import io.tideline.gateway.supergraph.Graph;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One search for a plan: every leaf takes its cheapest route, leaves with the fewest choices first, so that the others
 * find the fetches already there.
 */
final class PlanSearch {
    private final Reachable reachable;
    private final Supergraph supergraph;
    private final Operation operation;
    private final Draft draft;
    private final RouteSearch routes;
    private final Shape rootShape = new Shape(null, "");
    private final Place root;
    private final List<Leaf> leaves = new ArrayList<>();

    /** A leaf to answer; {@code choices} is the number of subgraphs that could, and orders the search. */
    private record Leaf(Place at, Ask ask, String responseKey, int choices) {}

    PlanSearch(Reachable reachable, Operation operation, Prices prices, TimeLimit limit) {
        this.reachable = reachable;
        this.supergraph = reachable.supergraph();
        this.operation = operation;
        this.draft = new Draft(reachable, operation.root(), operation.isMutation(), prices.freeDepth(), limit);
        this.routes = new RouteSearch(reachable, draft, prices);
        this.root = new Place(null, null, operation.root(), rootShape);
        draft.setRootShape(rootShape);
        Planner.claim(rootShape, operation.selections());
    }

    void run() {
        if (operation.isMutation()) {
            for (Selected selected : operation.selections()) {
                draft.beginSerial();
                answer(List.of(selected));
            }
        } else {
            answer(operation.selections());
        }
    }

    int depth() {
        return draft.depth();
    }

    int calls() {
        return (int) draft.fetches.stream()
                .map(fetch -> fetch.entities ? List.of(fetch.depth(), fetch.graph) : fetch)
                .distinct()
                .count();
    }

    Set<Graph> graphs() {
        return draft.fetches.stream().map(fetch -> fetch.graph).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Plan finish() {
        return new PlanFinish(supergraph, operation, rootShape, draft.fetches).run();
    }

    private void answer(List<Selected> selections) {
        leaves.clear();
        expand(root, selections);
        leaves.sort(Comparator.comparingInt(Leaf::choices));
        for (Leaf leaf : List.copyOf(leaves)) {
            take(leaf);
        }
    }

    private void take(Leaf leaf) {
        Route route = routes.best(leaf.at, leaf.ask);
        if (route != null) {
            draft.takeLeaf(draft.take(route), leaf.ask, leaf.responseKey);
            return;
        }
        if (leaf.ask.on().size() < 2) {
            throw new PlanFailure("No subgraph can answer " + leaf.at.typeName + "." + leaf.ask.name() + " here");
        }
        leaf.ask
                .on()
                .each(runtime ->
                        take(new Leaf(leaf.at, leaf.ask.on(TypeSet.single(runtime)), leaf.responseKey, leaf.choices)));
    }

    /** Parts a selection into leaves. Types that the subgraphs treat alike are kept together. */
    private void expand(Place place, List<Selected> selections) {
        TypeSet possible = routes.possible(place);
        boolean isAbstract = supergraph.type(place.typeName).isAbstract();
        boolean blind = isAbstract && routes.isBlind(place);
        boolean typename = isAbstract && !blind;
        boolean empty = true;
        for (Selected selected : selections) {
            TypeSet on = selected.on().and(possible);
            typename |= selected.isTypename() && isAbstract;
            typename |= blind && !(selected.everywhere() && on.hasAll(possible));
            if (!selected.isTypename() && !on.isEmpty()) {
                empty = false;
                expandAlike(place, selected, on);
            }
        }
        if (typename || (empty && place.parent != null)) {
            leaves.add(new Leaf(place, Ask.typename(possible), "__typename", blind ? 0 : Integer.MAX_VALUE));
        }
    }

    private void expandAlike(Place place, Selected selected, TypeSet on) {
        List<TypeSet> groups = alike(selected, on);
        if (groups.size() > 1 && selected.everywhere() && !routes.haveOneOrigin(place, ask(selected, on), groups)) {
            throw new PlanFailure(
                    "No subgraph can answer " + place.typeName + "." + selected.name() + " for all its types");
        }
        groups.forEach(types -> expand(place, selected, types));
    }

    private static Ask ask(Selected selected, TypeSet types) {
        return new Ask(selected.name(), selected.arguments(), selected.argumentText(), selected.typeName(), types);
    }

    private void expand(Place place, Selected selected, TypeSet types) {
        Ask ask = ask(selected, types);
        if (!supergraph.isComposite(selected.typeName())) {
            int choices = reachable.choices(types.first(), selected.name());
            leaves.add(new Leaf(place, ask, selected.key(), choices));
            return;
        }
        Place child = place.child(ask, selected.key());
        if (types.size() > 1 && routes.suppliers(child).isEmpty()) {
            types.each(runtime -> expand(place, selected, TypeSet.single(runtime)));
            return;
        }
        expand(child, selected.below());
    }

    private List<TypeSet> alike(Selected selected, TypeSet on) {
        if (on.size() == 1) {
            return List.of(on);
        }
        Map<String, TypeSet> groups = new LinkedHashMap<>();
        on.each(runtime ->
                groups.merge(reachable.likeness(runtime, selected.name()), TypeSet.single(runtime), TypeSet::or));
        return List.copyOf(groups.values());
    }
}
