package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.Graph;
import io.tideline.gateway.supergraph.SuperType;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds how a subgraph can be asked for the objects of a place: type by type, or by an interface they share. What a
 * field requires is sent to the interface only where the subgraph knows that as an object: else its types require it.
 */
final class HopSearch {
    private final RouteSearch routes;
    private final Reachable reachable;
    private final Supergraph supergraph;
    private final Draft draft;
    private final Prices prices;

    HopSearch(RouteSearch routes, Reachable reachable, Draft draft, Prices prices) {
        this.routes = routes;
        this.reachable = reachable;
        this.supergraph = reachable.supergraph();
        this.draft = draft;
        this.prices = prices;
    }

    private WayFinder finder(Place place, Graph to, Collection<Route> from, int nesting) {
        return new WayFinder(routes, reachable, new WayFinder.Start(place, to, from, nesting));
    }

    @Nullable
    Route hop(Place place, TypeSet types, Graph to, @Nullable Ask granted, Collection<Route> from, int nesting) {
        draft.spendTime();
        Route best = hopByType(place, types, to, granted, from, nesting);
        for (String shared : sharedInterfaces(types)) {
            if (granted != null && !supergraph.isInterfaceObject(shared, to)) {
                continue;
            }
            Route.Way way = finder(place, to, from, nesting).find(-1, shared, types, granted);
            if (way != null) {
                Route hop = hop(place, types, to, List.of(way), granted);
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
            Route.Way way = finder(place, to, from, nesting).find(runtime, name, TypeSet.single(runtime), granted);
            if (way == null) {
                return null;
            }
            ways.add(way);
        }
        return ways.isEmpty() ? null : hop(place, types, to, ways, granted);
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

    private Route hop(Place place, TypeSet types, Graph to, List<Route.Way> ways, @Nullable Ask granted) {
        List<Spot> spots = new ArrayList<>();
        List<Route.Need> needs = new ArrayList<>();
        for (Route.Way way : ways) {
            boolean blind = supergraph.isInterfaceObject(way.type(), to);
            TypeSet among = way.runtime() < 0 ? types : null;
            spots.add(new Spot(to, way.type(), blind, null, granted == null ? null : granted.name(), among));
            needs.addAll(way.needs());
        }
        Set<String> calls = Route.calls(needs);
        if (!draft.canJoin(place, to, ways, needs)) {
            calls.add(place.shape.path() + "@" + to.name());
        }
        return new Route.Hop(place, to, ways, spots, Route.depth(needs) + 1, calls);
    }
}
