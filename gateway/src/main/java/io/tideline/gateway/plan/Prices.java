package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.Graph;
import java.util.Set;

/**
 * What a route costs: waves first, but only those beyond the waves the plan needs anyway, then calls, then the wave in
 * which it arrives. A discouraged subgraph counts as several calls: the planner tries whether it can do without.
 */
record Prices(int freeDepth, Set<Graph> discouraged) {
    private static final int DETOUR = 3;

    boolean isCheaper(Route one, Route other) {
        int depth = Integer.compare(Math.max(freeDepth, one.depth), Math.max(freeDepth, other.depth));
        if (depth != 0) {
            return depth < 0;
        }
        int calls = Integer.compare(calls(one), calls(other));
        if (calls != 0) {
            return calls < 0;
        }
        return one.depth != other.depth ? one.depth < other.depth : one.detour() < other.detour();
    }

    private int calls(Route route) {
        int calls = 0;
        for (String call : route.calls) {
            calls += isDiscouraged(call) ? DETOUR : 1;
        }
        return calls;
    }

    private boolean isDiscouraged(String call) {
        String graph = call.substring(call.lastIndexOf('@') + 1);
        return discouraged.stream().anyMatch(one -> one.name().equals(graph));
    }
}
