package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.FieldSet;
import io.tideline.gateway.supergraph.Graph;
import io.tideline.gateway.supergraph.Key;
import io.tideline.gateway.supergraph.SuperType;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.TypeAt;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
    private final Set<List<Object>> open = new HashSet<>();

    RouteSearch(Reachable reachable, Draft draft, Prices prices) {
        this.reachable = reachable;
        this.supergraph = reachable.supergraph();
        this.draft = draft;
        this.prices = prices;
    }

    /** The cheapest way to have this field at this place, null when there is none. */
    @Nullable
    Route best(Place place, Ask ask) {
        return pick(place, reach(place, ask.on()).values(), ask, false);
    }

    private @Nullable Route pick(Place place, Collection<Route> routes, Ask ask, boolean forKey) {
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

    private List<Route> suppliersFrom(Place place, Place parent, Ask via, Collection<Route> parentRoutes) {
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

    /** What the objects of the place can be: all subgraphs that bring them must agree. */
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

    private TypeSet common(TypeSet all, Collection<Route> suppliers) {
        TypeSet common = all;
        for (Route route : suppliers) {
            common = common.and(reachable.cover(route.spots));
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

    private Map<String, Route> relax(Place place, TypeSet types, List<Route> suppliers, int nesting) {
        Map<String, Route> routes = new LinkedHashMap<>();
        suppliers.forEach(route -> keep(routes, route));
        boolean changed = nesting > 0 && !routes.isEmpty() && place.parent != null;
        while (changed) {
            changed = false;
            for (Graph graph : supergraph.graphs()) {
                Route hop = hop(place, types, graph, null, routes.values(), nesting - 1);
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
            Route hop = hop(place, ask.on(), graph, ask, routes, KEY_NESTING - 1);
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

    private @Nullable Route hop(
            Place place, TypeSet types, Graph to, @Nullable Ask granted, Collection<Route> from, int nesting) {
        draft.spendTime();
        Route best = hopByType(place, types, to, granted, from, nesting);
        for (String shared : sharedInterfaces(types)) {
            Route.Way way = new WayFinder(place, to, from, nesting).find(-1, shared, types, granted);
            if (way != null) {
                Route hop = hop(place, to, List.of(way), granted);
                best = best == null || prices.isCheaper(hop, best) ? hop : best;
            }
        }
        return best;
    }

    private @Nullable Route hopByType(
            Place place, TypeSet types, Graph to, @Nullable Ask granted, Collection<Route> from, int nesting) {
        List<Route.Way> ways = new ArrayList<>();
        for (int runtime : types.toArray()) {
            String name = reachable.nameOf(runtime);
            Route.Way way =
                    new WayFinder(place, to, from, nesting).find(runtime, name, TypeSet.single(runtime), granted);
            if (way == null) {
                return null;
            }
            ways.add(way);
        }
        return ways.isEmpty() ? null : hop(place, to, ways, granted);
    }

    private Set<String> sharedInterfaces(TypeSet types) {
        Set<String> shared = new HashSet<>();
        boolean first = true;
        for (int runtime : types.toArray()) {
            SuperType type = supergraph.type(reachable.nameOf(runtime));
            if (first) {
                shared.addAll(type.interfaces());
            } else {
                shared.retainAll(type.interfaces());
            }
            first = false;
        }
        return shared;
    }

    private Route hop(Place place, Graph to, List<Route.Way> ways, @Nullable Ask granted) {
        List<Spot> spots = new ArrayList<>();
        List<Route.Need> needs = new ArrayList<>();
        for (Route.Way way : ways) {
            boolean blind = supergraph.isInterfaceObject(way.type(), to);
            spots.add(new Spot(to, way.type(), blind, null, granted == null ? null : granted.name()));
            needs.addAll(way.needs());
        }
        Set<String> calls = Route.calls(needs);
        if (!draft.canJoin(place, to, ways, needs)) {
            calls.add(place.shape.path() + "@" + to.name());
        }
        return new Route.Hop(place, to, ways, spots, Route.depth(needs) + 1, calls);
    }

    /** Finds the cheapest key by which a subgraph knows a type, among the ways one can already stand at the place. */
    private final class WayFinder {
        private final Place place;
        private final Graph to;
        private final Collection<Route> from;
        private final int nesting;

        WayFinder(Place place, Graph to, Collection<Route> from, int nesting) {
            this.place = place;
            this.to = to;
            this.from = from;
            this.nesting = nesting;
        }

        Route.@Nullable Way find(int runtime, String type, TypeSet types, @Nullable Ask granted) {
            TypeAt at = supergraph.type(type).in(to);
            Route.Way best = null;
            for (Key key : at == null ? List.<Key>of() : at.keys()) {
                Route.Way way = key.resolvable() ? by(key, runtime, type, types, granted) : null;
                boolean better = way != null && (best == null || Route.depth(way.needs()) < Route.depth(best.needs()));
                best = better ? way : best;
            }
            return best;
        }

        private Route.@Nullable Way by(Key key, int runtime, String type, TypeSet types, @Nullable Ask granted) {
            List<Route.Need> needs = new ArrayList<>();
            boolean known = runtime < 0 || typeIsKnown(types, needs);
            if (!known || !gather(place, types, key.fields(), from, true, needs)) {
                return null;
            }
            FieldSet required = granted == null ? null : reachable.requirement(type, granted.name(), to);
            if (required != null && !gather(place, types, required, from, false, needs)) {
                return null;
            }
            return new Route.Way(runtime, type, key.fields(), required, needs);
        }

        private boolean typeIsKnown(TypeSet types, List<Route.Need> needs) {
            return !supergraph.type(place.typeName).isAbstract() || need(place, Ask.typename(types), from, true, needs);
        }

        private boolean gather(
                Place at, TypeSet types, FieldSet set, Collection<Route> ways, boolean forKey, List<Route.Need> needs) {
            for (FieldSet.Part part : set.parts()) {
                boolean found = part instanceof FieldSet.Member member
                        ? gather(at, types, member, ways, forKey, needs)
                        : gather(at, types, (FieldSet.On) part, ways, forKey, needs);
                if (!found) {
                    return false;
                }
            }
            return true;
        }

        private boolean gather(
                Place at,
                TypeSet types,
                FieldSet.On on,
                Collection<Route> ways,
                boolean forKey,
                List<Route.Need> needs) {
            TypeSet narrowed = types.and(supergraph.possible(on.type()));
            return narrowed.isEmpty()
                    || gather(at, narrowed, on.below(), more(at, types, narrowed, ways), forKey, needs);
        }

        /** Fewer types can be asked for in more subgraphs. */
        private Collection<Route> more(Place at, TypeSet types, TypeSet narrowed, Collection<Route> ways) {
            return narrowed.equals(types)
                    ? ways
                    : relax(at, narrowed, List.copyOf(ways), nesting).values();
        }

        private boolean gather(
                Place at,
                TypeSet types,
                FieldSet.Member member,
                Collection<Route> ways,
                boolean forKey,
                List<Route.Need> needs) {
            String owner = reachable.nameOf(types.first());
            Ask ask = Ask.of(member, supergraph.field(owner, member.name()).typeName(), types);
            FieldSet below = member.below();
            if (below == null) {
                return need(at, ask, ways, forKey, needs);
            }
            Place child = at.child(ask);
            List<Route> suppliers = suppliersFrom(child, at, ask, ways);
            if (suppliers.isEmpty()) {
                return apart(types, one -> gather(at, one, member, ways, forKey, needs));
            }
            TypeSet possible = common(supergraph.possible(child.typeName), suppliers);
            Map<String, Route> routes = relax(child, possible, suppliers, nesting);
            boolean isAbstract = supergraph.possible(child.typeName).size() > 1;
            if (isAbstract && !need(child, Ask.typename(possible), routes.values(), true, needs)) {
                return false;
            }
            return gather(child, possible, below, routes.values(), forKey, needs);
        }

        private boolean need(Place at, Ask ask, Collection<Route> ways, boolean forKey, List<Route.Need> needs) {
            Route route = pick(at, ways, ask, forKey);
            if (route == null) {
                return apart(ask.on(), one -> need(at, ask.on(one), more(at, ask.on(), one, ways), forKey, needs));
            }
            needs.add(new Route.Need(at, ask, route));
            return true;
        }

        private boolean apart(TypeSet types, Predicate<TypeSet> each) {
            return types.size() > 1 && types.all(runtime -> each.test(TypeSet.single(runtime)));
        }
    }
}
