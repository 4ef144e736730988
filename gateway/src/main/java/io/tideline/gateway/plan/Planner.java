package io.tideline.gateway.plan;

import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.Selected;
import io.tideline.gateway.supergraph.Graph;
import io.tideline.gateway.supergraph.Supergraph;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Plans an operation: fewest waves first, then fewest calls. One search finds the least number of waves; further ones
 * may use all of them and try to do without one subgraph after another.
 */
public final class Planner {
    private final Reachable reachable;
    private final Duration budget;

    public Planner(Supergraph supergraph, Duration budget) {
        this.reachable = new Reachable(supergraph);
        this.budget = budget;
    }

    public Plan plan(Operation operation) {
        long deadline = System.nanoTime() + budget.toNanos();
        PlanSearch best = search(operation, new Prices(0, Set.of()), deadline);
        if (best.calls() > 1) {
            best = improve(operation, best, deadline);
        }
        return Passes.run(best.finish());
    }

    private PlanSearch improve(Operation operation, PlanSearch first, long deadline) {
        PlanSearch best = first;
        Set<Graph> without = new HashSet<>();
        for (Graph graph : new LinkedHashSet<>(first.graphs())) {
            if (System.nanoTime() - deadline > 0) {
                return best;
            }
            PlanSearch relaxed = search(operation, new Prices(best.depth(), without), deadline);
            best = better(relaxed, best);
            Set<Graph> fewer = new HashSet<>(without);
            fewer.add(graph);
            PlanSearch tried = search(operation, new Prices(best.depth(), fewer), deadline);
            if (better(tried, best) == tried) {
                best = tried;
                without = fewer;
            }
        }
        return best;
    }

    private static PlanSearch better(PlanSearch one, PlanSearch other) {
        boolean better = one.depth() < other.depth() || (one.depth() == other.depth() && one.calls() < other.calls());
        return better ? one : other;
    }

    private PlanSearch search(Operation operation, Prices prices, long deadline) {
        PlanSearch search = new PlanSearch(reachable, operation, prices, deadline);
        search.run();
        return search;
    }

    /** The shape a client's selections claim before any plan adds to it. */
    static void claim(Shape shape, Iterable<Selected> selections) {
        for (Selected selected : selections) {
            if (selected.isTypename()) {
                continue;
            }
            shape.claim(selected.key(), selected.name() + "(" + selected.argumentText() + ")");
            if (!selected.isLeaf()) {
                claim(shape.child(selected.key()), selected.below());
            }
        }
    }
}
