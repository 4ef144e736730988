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
    private final PlanClock clock;

    /** The budget is time of the thread that plans. */
    public Planner(Supergraph supergraph, Duration budget) {
        this(supergraph, budget, PlanClock.ofThread());
    }

    Planner(Supergraph supergraph, Duration budget, PlanClock clock) {
        this.reachable = new Reachable(supergraph);
        this.budget = budget;
        this.clock = clock;
    }

    public Plan plan(Operation operation) {
        TimeLimit limit = TimeLimit.of(budget, clock);
        TimeLimit patience = TimeLimit.of(budget.multipliedBy(PATIENCE), clock);
        PlanSearch best = search(operation, new Prices(0, Set.of()), patience);
        if (best.calls() > 1) {
            best = better(search(operation, new Prices(best.depth(), Set.of()), patience), best);
            best = improve(operation, best, limit);
        }
        return Passes.run(best.finish());
    }

    private PlanSearch improve(Operation operation, PlanSearch first, TimeLimit limit) {
        PlanSearch best = first;
        Set<Graph> without = new HashSet<>();
        try {
            for (Graph graph : new LinkedHashSet<>(first.graphs())) {
                Set<Graph> fewer = new HashSet<>(without);
                fewer.add(graph);
                PlanSearch tried = search(operation, new Prices(best.depth(), fewer), limit);
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

    private PlanSearch search(Operation operation, Prices prices, TimeLimit limit) {
        PlanSearch search = new PlanSearch(reachable, operation, prices, limit);
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
