package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.FieldSet;
import io.tideline.gateway.supergraph.Graph;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A way to stand at a place in some subgraph, with its price; nothing is fetched for it until it is taken. */
abstract sealed class Route {
    final List<Spot> spots;
    /** The wave in which its objects arrive. */
    final int depth;
    /** The calls it needs that the plan does not make yet. */
    final Set<String> calls;

    /** How many fields must be followed again in a new call before its objects are met. */
    int detour() {
        return 0;
    }

    /** Whether it brings the objects themselves; one that asks for them by their keys may do so for some types only. */
    boolean isOrigin() {
        return true;
    }

    private @Nullable Source taken;

    private Route(List<Spot> spots, int depth, Set<String> calls) {
        this.spots = List.copyOf(spots);
        this.depth = depth;
        this.calls = calls;
    }

    abstract Graph graph();

    String text() {
        StringBuilder text = new StringBuilder();
        spots.forEach(spot -> text.append(spot.text()).append(' '));
        return text.toString();
    }

    @Nullable
    Source taken() {
        return taken;
    }

    void take(Source source) {
        taken = source;
    }

    /** From the root of a subgraph. */
    static final class Root extends Route {
        private final Graph graph;

        Root(Spot spot, int depth, Set<String> calls) {
            super(List.of(spot), depth, calls);
            this.graph = spot.graph();
        }

        @Override
        Graph graph() {
            return graph;
        }
    }

    /** From what a fetch of the plan already brings. */
    static final class Known extends Route {
        final Source source;

        Known(Source source) {
            super(source.spots(), source.fetch().depth(), Set.of());
            this.source = source;
            take(source);
        }

        @Override
        boolean isOrigin() {
            return !source.isAskedByKey();
        }

        @Override
        Graph graph() {
            return source.fetch().graph;
        }
    }

    /** Along a field, within one fetch. */
    static final class Step extends Route {
        final Route parent;
        final Place to;

        Step(Route parent, Place to, List<Spot> spots) {
            super(spots, parent.depth, parent.calls);
            this.parent = parent;
            this.to = to;
        }

        @Override
        int detour() {
            return calls.isEmpty() ? 0 : parent.detour() + 1;
        }

        @Override
        Graph graph() {
            return parent.graph();
        }
    }

    /** By asking a subgraph for the entities at a place. */
    static final class Hop extends Route {
        final Place at;
        final Graph to;
        final List<Way> ways;

        Hop(Place at, Graph to, List<Way> ways, List<Spot> spots, int depth, Set<String> calls) {
            super(spots, depth, calls);
            this.at = at;
            this.to = to;
            this.ways = ways;
        }

        @Override
        boolean isOrigin() {
            return false;
        }

        @Override
        Graph graph() {
            return to;
        }
    }

    /** How one runtime type is represented in a hop, and where the fields of its representation come from. */
    record Way(int runtime, String type, TypeSet types, FieldSet key, @Nullable FieldSet required, List<Need> needs) {}

    /** A field that must have arrived, and the route that brings it. */
    record Need(Place at, Ask ask, Route route) {}

    static int depth(List<Need> needs) {
        int depth = 0;
        for (Need need : needs) {
            depth = Math.max(depth, need.route.depth);
        }
        return depth;
    }

    static Set<String> calls(List<Need> needs) {
        Set<String> calls = new HashSet<>();
        needs.forEach(need -> calls.addAll(need.route.calls));
        return calls;
    }
}
