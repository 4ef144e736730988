package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.Graph;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The plan as far as it is found: fetches that grow as routes are taken. */
final class Draft {
    private final DraftSelection selection;
    private final Supergraph supergraph;
    private final String root;
    private final boolean serial;
    private final TimeLimit limit;
    private final int freeDepth;
    final List<FetchDraft> fetches = new ArrayList<>();
    private @Nullable Shape rootShape;
    private final Set<FetchDraft> finished = new LinkedHashSet<>();
    private int version;

    Draft(Reachable reachable, String root, boolean serial, int freeDepth, TimeLimit limit) {
        this.selection = new DraftSelection(reachable);
        this.supergraph = reachable.supergraph();
        this.root = root;
        this.serial = serial;
        this.freeDepth = freeDepth;
        this.limit = limit;
    }

    /** Changes whenever routes may have become cheaper. */
    int version() {
        return version;
    }

    void spendTime() {
        limit.spend();
    }

    int depth() {
        int depth = 0;
        for (FetchDraft fetch : fetches) {
            depth = Math.max(depth, fetch.depth());
        }
        return depth;
    }

    /** From here on fetches belong to the next root field of a mutation and wait for all fetches before it. */
    void beginSerial() {
        finished.addAll(fetches);
        version++;
    }

    /** A mutation field runs once, in one subgraph: when that is chosen the others are no way any more. */
    boolean isSettled(Place place) {
        return serial && place.parent != null && place.parent.parent == null && !place.sources.isEmpty();
    }

    List<Route> roots(Place place) {
        List<Route> routes = new ArrayList<>();
        for (Graph graph : supergraph.graphs()) {
            if (supergraph.type(place.typeName).in(graph) != null) {
                FetchDraft known = rootFetch(graph);
                int depth = known != null
                        ? known.depth()
                        : finished.stream().mapToInt(FetchDraft::depth).max().orElse(0) + 1;
                Set<String> calls = new HashSet<>();
                if (known == null) {
                    calls.add("@" + graph.name());
                }
                routes.add(new Route.Root(Spot.on(graph, place.typeName, false, null), depth, calls));
            }
        }
        return routes;
    }

    private @Nullable FetchDraft rootFetch(Graph graph) {
        FetchDraft last = null;
        for (FetchDraft fetch : fetches) {
            boolean usable = !fetch.entities && (!serial || !finished.contains(fetch));
            last = usable && fetch.graph.equals(graph) ? fetch : last;
        }
        return last;
    }

    /** Whether a hop could share a call that the plan already makes. */
    boolean canJoin(Place place, Graph graph, List<Route.Way> ways, List<Route.Need> needs) {
        Set<FetchDraft> before = new HashSet<>();
        int depth = 0;
        for (Route.Need need : needs) {
            depth = Math.max(depth, need.route().depth);
            Source source = need.route().taken();
            if (source != null) {
                before.add(source.fetch());
            }
        }
        return joinable(place, graph, ways, before, depth + 1) != null;
    }

    private @Nullable FetchDraft joinable(
            Place place, Graph graph, List<Route.Way> ways, Set<FetchDraft> before, int depth) {
        for (FetchDraft fetch : fetches) {
            boolean same = fetch.entities && fetch.shape == place.shape && fetch.graph.equals(graph);
            if (same
                    && fetch.serves(place, ways)
                    && ways.stream().allMatch(way -> fetch.accepts(way.runtime(), way.required()))
                    && before.stream().noneMatch(one -> one.waitsFor(fetch))
                    && (fetch.depth() >= depth || depthWith(fetch, depth) <= Math.max(freeDepth, depth()))) {
                return fetch;
            }
        }
        return null;
    }

    private int depthWith(FetchDraft fetch, int depth) {
        int later = depth - fetch.depth();
        int below = fetches.stream()
                .filter(one -> one.waitsFor(fetch))
                .mapToInt(FetchDraft::depth)
                .max()
                .orElse(0);
        return below + later;
    }

    Source take(Route route) {
        Source taken = route.taken();
        if (taken != null) {
            return taken;
        }
        Source source;
        if (route instanceof Route.Root rooted) {
            source = takeRoot(rooted);
        } else if (route instanceof Route.Step step) {
            source = takeStep(step);
        } else {
            source = takeHop((Route.Hop) route);
        }
        route.take(source);
        return source;
    }

    private Source takeRoot(Route.Root route) {
        FetchDraft fetch = rootFetch(route.graph());
        if (fetch == null) {
            fetch = new FetchDraft(fetches.size(), route.graph(), Objects.requireNonNull(rootShape), false);
            fetch.after.addAll(finished);
            fetches.add(fetch);
            version++;
        }
        return new Source(fetch, List.of(fetch.node(root)), route.spots);
    }

    void setRootShape(Shape shape) {
        rootShape = shape;
    }

    private Source takeStep(Route.Step step) {
        Source parent = take(step.parent);
        Ask via = step.to.via;
        if (via == null) {
            throw new IllegalStateException("a step needs a field");
        }
        List<DraftNode> nodes = new ArrayList<>();
        List<Spot> spots = new ArrayList<>();
        for (int index = 0; index < parent.nodes().size(); index++) {
            Spot spot = parent.spots().get(index);
            DraftNode node = parent.nodes().get(index);
            for (DraftNode below : selection.select(node, spot, via, step.to.shape.key())) {
                nodes.add(below);
                spots.add(spotOf(below, step.spots));
            }
        }
        Source source = new Source(parent.fetch(), nodes, spots);
        boolean isNew = step.to.sources.stream()
                .noneMatch(known ->
                        known.fetch() == source.fetch() && known.nodes().equals(nodes));
        if (isNew) {
            step.to.sources.add(source);
            version++;
        }
        return source;
    }

    /** Where a node stands; when types that share it were provided with different fields, none of these counts. */
    private static Spot spotOf(DraftNode node, List<Spot> spots) {
        List<Spot> same =
                spots.stream().filter(spot -> spot.type().equals(node.type)).toList();
        Spot first = same.get(0);
        return same.stream().allMatch(first::equals)
                ? first
                : Spot.on(first.graph(), first.type(), first.blind(), null);
    }

    private Source takeHop(Route.Hop hop) {
        Set<FetchDraft> before = new LinkedHashSet<>();
        for (Route.Way way : hop.ways) {
            for (Route.Need need : way.needs()) {
                before.add(takeLeaf(need.at(), need.ask(), need.route()));
            }
        }
        int depth = before.stream().mapToInt(FetchDraft::depth).max().orElse(0) + 1;
        FetchDraft fetch = joinable(hop.at, hop.to, hop.ways, before, depth);
        if (fetch == null) {
            fetch = new FetchDraft(fetches.size(), hop.to, hop.at.shape, true);
            fetches.add(fetch);
        }
        fetch.places.add(hop.at);
        fetch.after.addAll(before);
        List<DraftNode> nodes = new ArrayList<>();
        for (Route.Way way : hop.ways) {
            fetch.represent(way.runtime(), way.type(), way.key(), way.required());
            fetch.types.merge(way.runtime(), way.types(), TypeSet::or);
            nodes.add(fetch.node(way.type()));
        }
        Source source = new Source(fetch, nodes, hop.spots);
        hop.at.sources.add(source);
        version++;
        return source;
    }

    /** Takes the route and selects the field there; returns the fetch that brings it. */
    FetchDraft takeLeaf(Place at, Ask ask, Route route) {
        Source source = take(route);
        String key = ask.isTypename() ? "__typename" : at.shape.keyOf(ask.name(), ask.argumentText());
        return takeLeaf(source, ask, key);
    }

    FetchDraft takeLeaf(Source source, Ask ask, String responseKey) {
        for (int index = 0; index < source.nodes().size(); index++) {
            DraftNode node = source.nodes().get(index);
            Spot spot = source.spots().get(index);
            if (ask.isTypename()) {
                node.typename = true;
            } else {
                selection.select(node, spot, ask, responseKey);
            }
        }
        return source.fetch();
    }
}
