package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.FieldSet;
import io.tideline.gateway.supergraph.Graph;
import io.tideline.gateway.supergraph.Key;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.TypeAt;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the cheapest key by which a subgraph knows a type, among the ways one can already stand at the place. */
final class WayFinder {
    private final RouteSearch routes;
    private final Reachable reachable;
    private final Supergraph supergraph;
    private final Start start;

    /** Where a way begins: the place, the subgraph it leads to, how one can stand at the place, how deep to search. */
    record Start(Place place, Graph to, Collection<Route> from, int nesting) {}

    WayFinder(RouteSearch routes, Reachable reachable, Start start) {
        this.routes = routes;
        this.reachable = reachable;
        this.supergraph = reachable.supergraph();
        this.start = start;
    }

    Route.@Nullable Way find(int runtime, String type, TypeSet types, @Nullable Ask granted) {
        TypeAt at = supergraph.type(type).in(start.to);
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
        if (!known || !gather(start.place, types, key.fields(), start.from, true, needs)) {
            return null;
        }
        FieldSet required = granted == null ? null : reachable.requirement(type, granted.name(), start.to);
        if (required != null && !gather(start.place, types, required, start.from, false, needs)) {
            return null;
        }
        return new Route.Way(runtime, type, types, key.fields(), required, needs);
    }

    private boolean typeIsKnown(TypeSet types, List<Route.Need> needs) {
        return !supergraph.type(start.place.typeName).isAbstract()
                || need(start.place, Ask.typename(types), start.from, true, needs);
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
            Place at, TypeSet types, FieldSet.On on, Collection<Route> ways, boolean forKey, List<Route.Need> needs) {
        TypeSet narrowed = types.and(supergraph.possible(on.type()));
        return narrowed.isEmpty() || gather(at, narrowed, on.below(), more(at, types, narrowed, ways), forKey, needs);
    }

    /** Fewer types can be asked for in more subgraphs. */
    private Collection<Route> more(Place at, TypeSet types, TypeSet narrowed, Collection<Route> ways) {
        return narrowed.equals(types)
                ? ways
                : routes.relax(at, narrowed, List.copyOf(ways), start.nesting).values();
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
        List<Route> suppliers = routes.suppliersFrom(child, at, ask, ways);
        if (suppliers.isEmpty()) {
            return apart(types, one -> gather(at, one, member, ways, forKey, needs));
        }
        TypeSet possible = routes.common(supergraph.possible(child.typeName), suppliers);
        Map<String, Route> reached = routes.relax(child, possible, suppliers, start.nesting);
        boolean isAbstract = supergraph.possible(child.typeName).size() > 1;
        if (isAbstract && !need(child, Ask.typename(possible), reached.values(), true, needs)) {
            return false;
        }
        return gather(child, possible, below, reached.values(), forKey, needs);
    }

    private boolean need(Place at, Ask ask, Collection<Route> ways, boolean forKey, List<Route.Need> needs) {
        Route route = routes.pick(at, ways, ask, forKey);
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
