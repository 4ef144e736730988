package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.FieldSet;
import io.tideline.gateway.supergraph.Graph;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds all ways to stand at a place. A subgraph is reached by following the field from the parent place, or by asking
 * it for the entities with a key whose fields other ways bring: cheapest first, until nothing gets cheaper.
 */
final class RouteSearch {
    /** How deep the keys of keys are searched; real keys nest one or two entities. */
    private static final int KEY_NESTING = 3;

    private final Reachable reachable;
    private final Supergraph supergraph;
    private final Draft draft;
    private final Prices prices;
    private final HopSearch hops;
    private final Set<List<Object>> open = new HashSet<>();

    RouteSearch(Reachable reachable, Draft draft, Prices prices) {
        this.reachable = reachable;
        this.supergraph = reachable.supergraph();
        this.draft = draft;
        this.prices = prices;
        this.hops = new HopSearch(this, reachable, draft, prices);
    }

    /** The cheapest way to have this field at this place, null when there is none. */
    @Nullable
    Route best(Place place, Ask ask) {
        return pick(place, reach(place, ask.on()).values(), ask, false);
    }

    @Nullable
    Route pick(Place place, Collection<Route> routes, Ask ask, boolean forKey) {
        Route best = null;
        for (Route route : routes) {
            if (reachable.answers(route.spots, ask, forKey) && (best == null || prices.isCheaper(route, best))) {
                best = route;
            }
        }
        for (Graph graph : forKey ? List.<Graph>of() : supergraph.graphs()) {
            Route route = requiring(place, ask, graph, routes);
            if (route != null && (best == null || prices.isCheaper(route, best))) {
                best = route;
            }
        }
        return best;
    }

    /** All ways to stand at the place for objects of these types, by subgraph and spot. */
    Map<String, Route> reach(Place place, TypeSet types) {
        Map<String, Route> known = place.reached(types, draft.version());
        if (known != null) {
            return known;
        }
        Map<String, Route> routes = relax(place, types, suppliers(place), KEY_NESTING);
        if (open.isEmpty()) {
            place.remember(types, routes);
        }
        return routes;
    }

    /** The ways that bring the objects of the place themselves, before any of them is asked for again elsewhere. */
    List<Route> suppliers(Place place) {
        List<Route> known = place.suppliers(draft.version());
        if (known != null) {
            return known;
        }
        Place parent = place.parent;
        Ask via = place.via;
        List<Route> routes = new ArrayList<>();
        if (parent == null || via == null) {
            routes.addAll(draft.roots(place));
        } else if (draft.isSettled(place)) {
            place.sources.forEach(source -> routes.add(new Route.Known(source)));
        } else {
            routes.addAll(
                    suppliersFrom(place, parent, via, reach(parent, via.on()).values()));
        }
        if (open.isEmpty()) {
            place.rememberSuppliers(routes, draft.version());
        }
        return routes;
    }

    List<Route> suppliersFrom(Place place, Place parent, Ask via, Collection<Route> parentRoutes) {
        List<Route> routes = new ArrayList<>();
        place.sources.forEach(source -> routes.add(new Route.Known(source)));
        for (Route route : parentRoutes) {
            if (reachable.answers(route.spots, via, false)) {
                routes.add(new Route.Step(route, place, reachable.follow(route.spots, via)));
            }
        }
        for (Graph graph : supergraph.graphs()) {
            Route route = requiring(parent, via, graph, parentRoutes);
            if (route != null) {
                routes.add(new Route.Step(route, place, reachable.follow(route.spots, via)));
            }
        }
        return routes;
    }

    /** What the objects of the place can be: all subgraphs that bring them must agree, whoever is asked again. */
    TypeSet possible(Place place) {
        if (!supergraph.isComposite(place.typeName)) {
            return TypeSet.NONE;
        }
        TypeSet all = supergraph.possible(place.typeName);
        if (all.size() < 2) {
            return all;
        }
        return place.possible(() -> common(all, suppliers(place)));
    }

    TypeSet common(TypeSet all, Collection<Route> suppliers) {
        TypeSet common = all;
        for (Route route : suppliers) {
            common = route.isOrigin() ? common.and(reachable.cover(route.spots)) : common;
        }
        return common.isEmpty() ? all : common;
    }

    /** Whether no subgraph that brings the objects of the place can tell their runtime type. */
    boolean isBlind(Place place) {
        return suppliers(place).stream().allMatch(route -> route.spots.stream().allMatch(Spot::blind));
    }

    /**
     * Whether a field of an interface can be had for all groups of types starting from what one subgraph returned:
     * objects of an interface that two subgraphs return cannot be completed from each other without a key.
     */
    boolean haveOneOrigin(Place place, Ask ask, List<TypeSet> groups) {
        List<Route> suppliers = suppliers(place);
        return suppliers.size() < 2
                || suppliers.stream().anyMatch(origin -> groups.stream()
                        .allMatch(types -> isAnswered(place, ask.on(types), origin)));
    }

    private boolean isAnswered(Place place, Ask ask, Route origin) {
        return ask.on().all(runtime -> {
            Ask one = ask.on(TypeSet.single(runtime));
            Map<String, Route> routes = relax(place, one.on(), List.of(origin), KEY_NESTING);
            return pick(place, routes.values(), one, false) != null;
        });
    }

    Map<String, Route> relax(Place place, TypeSet types, List<Route> suppliers, int nesting) {
        Map<String, Route> routes = new LinkedHashMap<>();
        suppliers.forEach(route -> keep(routes, route));
        boolean changed = nesting > 0 && !routes.isEmpty() && place.parent != null;
        while (changed) {
            changed = false;
            for (Graph graph : supergraph.graphs()) {
                Route hop = hops.hop(place, types, graph, null, routes.values(), nesting - 1);
                changed |= hop != null && keep(routes, hop);
            }
        }
        return routes;
    }

    private boolean keep(Map<String, Route> routes, Route route) {
        Route known = routes.get(route.text());
        if (known != null && !prices.isCheaper(route, known)) {
            return false;
        }
        routes.put(route.text(), route);
        return true;
    }

    /** A hop into the subgraph that brings along what the field requires there; null when it requires nothing. */
    private @Nullable Route requiring(Place place, Ask ask, Graph graph, Collection<Route> routes) {
        if (place.parent == null || ask.isTypename() || !requiresAnything(ask, graph)) {
            return null;
        }
        List<Object> mark = List.of(place, ask.field(), graph);
        if (!open.add(mark)) {
            return null;
        }
        try {
            Route hop = hops.hop(place, ask.on(), graph, ask, routes, KEY_NESTING - 1);
            return hop != null && reachable.answers(hop.spots, ask, false) ? hop : null;
        } finally {
            open.remove(mark);
        }
    }

    private boolean requiresAnything(Ask ask, Graph graph) {
        for (int runtime : ask.on().toArray()) {
            if (requirement(reachable.nameOf(runtime), ask.name(), graph) != null) {
                return true;
            }
        }
        return false;
    }

    private @Nullable FieldSet requirement(String type, String field, Graph graph) {
        FieldSet direct = reachable.requirement(type, field, graph);
        if (direct != null) {
            return direct;
        }
        for (String name : supergraph.type(type).interfaces()) {
            if (supergraph.isInterfaceObject(name, graph)) {
                FieldSet shared = reachable.requirement(name, field, graph);
                if (shared != null) {
                    return shared;
                }
            }
        }
        return null;
    }
}
