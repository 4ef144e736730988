package io.tideline.gateway.plan.pass;

import io.tideline.gateway.plan.EntityPart;
import io.tideline.gateway.plan.Plan;
import io.tideline.gateway.plan.PlanNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lets entity fetches of one wave that go to one subgraph share a call.
 * <pre>
 * before  Entities(reviews) at users, Entities(reviews) at topProducts
 * after   Entities(reviews) at users + at topProducts
 * </pre>
 * Both are in the same wave, so neither makes the other wait for a later one.
 */
public final class ShareCalls {
    private ShareCalls() {}

    public static Plan run(Plan plan) {
        Map<Integer, Integer> renumbered = new HashMap<>();
        List<PlanNode> nodes = new ArrayList<>();
        for (List<PlanNode> wave : plan.waves()) {
            Map<String, PlanNode.Entities> shared = new LinkedHashMap<>();
            for (PlanNode node : wave) {
                if (node instanceof PlanNode.Entities entities) {
                    PlanNode.Entities first = shared.get(entities.graph().name());
                    renumbered.put(entities.id(), first == null ? entities.id() : first.id());
                    shared.put(entities.graph().name(), first == null ? entities : join(first, entities));
                } else {
                    nodes.add(node);
                }
            }
            nodes.addAll(shared.values());
        }
        return new Plan(
                plan.shape(),
                nodes.stream().map(node -> renumber(node, renumbered)).toList());
    }

    private static PlanNode.Entities join(PlanNode.Entities one, PlanNode.Entities other) {
        Set<Integer> after = new TreeSet<>(one.after());
        after.addAll(other.after());
        List<EntityPart> parts = new ArrayList<>(one.parts());
        parts.addAll(other.parts());
        Map<String, String> variables = new LinkedHashMap<>(one.variables());
        variables.putAll(other.variables());
        return new PlanNode.Entities(one.id(), one.graph(), after, parts, variables);
    }

    private static PlanNode renumber(PlanNode node, Map<Integer, Integer> renumbered) {
        Set<Integer> after = new TreeSet<>();
        node.after().forEach(id -> after.add(renumbered.getOrDefault(id, id)));
        return node.accept(new PlanNode.Visitor<PlanNode>() {
            @Override
            public PlanNode fetch(PlanNode.Fetch fetch) {
                return new PlanNode.Fetch(
                        fetch.id(),
                        fetch.graph(),
                        after,
                        fetch.kind(),
                        fetch.selection(),
                        fetch.reading(),
                        fetch.variables());
            }

            @Override
            public PlanNode entities(PlanNode.Entities entities) {
                return new PlanNode.Entities(
                        entities.id(), entities.graph(), after, entities.parts(), entities.variables());
            }
        });
    }
}
