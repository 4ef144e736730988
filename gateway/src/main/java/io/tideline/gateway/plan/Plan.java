package io.tideline.gateway.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All calls of an operation, in an order in which each comes after those it waits for. */
public record Plan(Shape shape, List<PlanNode> nodes) {

    public Plan {
        nodes = List.copyOf(nodes);
    }

    /** The nodes by wave: every wave needs only answers of the waves before it. */
    public List<List<PlanNode>> waves() {
        Map<Integer, Integer> waveOf = new HashMap<>();
        List<List<PlanNode>> waves = new ArrayList<>();
        for (PlanNode node : nodes) {
            int wave = node.after().stream()
                    .mapToInt(id -> waveOf.getOrDefault(id, 0) + 1)
                    .max()
                    .orElse(0);
            waveOf.put(node.id(), wave);
            while (waves.size() <= wave) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(node);
        }
        return waves;
    }
}
