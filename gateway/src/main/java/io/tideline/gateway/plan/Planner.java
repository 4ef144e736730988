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
 * Plans an operation: fewest waves first, then fewest calls. One search finds the least number of waves, the
 * second may use all of them; further ones try to do without one subgraph after another, as long as the budget lasts.
 * The first two may take ten budgets before the operation is given up.
 */
public final class Planner {
    private static final int PATIENCE = 10;

    private final Reachable reachable;
    private final Duration budget;

    public Planner(Supergraph supergraph, Duration budget) {
        this.reachable = new Reachable(supergraph);
        this.budget = budget;
    }

    public Plan plan(Operation operation) {
        long start = System.nanoTime();
        long end = start + PATIENCE * budget.toNanos();
        PlanSearch best = search(operation, new Prices(0, Set.of()), end);
        if (best.calls() > 1) {
            best = better(search(operation, new Prices(best.depth(), Set.of()), end), best);
            best = improve(operation, best, start + budget.toNanos());
        }
        return Passes.run(best.finish());
    }

    private PlanSearch improve(Operation operation, PlanSearch first, long deadline) {
        PlanSearch best = first;
        Set<Graph> without = new HashSet<>();
        try {
            for (Graph graph : new LinkedHashSet<>(first.graphs())) {
                Set<Graph> fewer = new HashSet<>(without);
                fewer.add(graph);
                PlanSearch tried = search(operation, new Prices(best.depth(), fewer), deadline);
                if (isBetter(tried, best)) {
                    best = tried;
                    without = fewer;
                }
            }
        } catch (PlanFailure outOfTime) {
            return best;
        }
        return best;
    }

    private static PlanSearch better(PlanSearch one, PlanSearch other) {
        return isBetter(one, other) ? one : other;
    }

    private static boolean isBetter(PlanSearch one, PlanSearch other) {
        return one.depth() < other.depth() || (one.depth() == other.depth() && one.calls() < other.calls());
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
