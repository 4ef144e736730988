package io.tideline.gateway.plan;

import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.Selected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what is wrong with a plan: a field that is asked for and that no fetch brings though its parent is fetched, a
 * representation that needs a value no earlier fetch brings, a call that waits for one after it, mutations out of order.
 */
public final class PlanCheck {
    private final Plan plan;
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Set<String>> written = new HashMap<>();
    private final Set<String> everything = new HashSet<>();

    private PlanCheck(Plan plan) {
        this.plan = plan;
    }

    /** The faults of the plan, none when it is sound. */
    public static List<String> faults(Plan plan, Operation operation) {
        PlanCheck check = new PlanCheck(plan);
        check.order();
        check.inputs();
        check.leaves(plan.shape(), operation.selections(), false);
        if (operation.isMutation()) {
            check.mutations(operation);
        }
        return check.faults;
    }

    private void order() {
        Set<Integer> seen = new HashSet<>();
        for (PlanNode node : plan.nodes()) {
            if (!seen.containsAll(node.after())) {
                faults.add("call " + node.id() + " comes before one it waits for");
            }
            if (!seen.add(node.id())) {
                faults.add("two calls have the id " + node.id());
            }
            Set<String> slots = new HashSet<>();
            node.accept(new Readings(slots));
            written.put(node.id(), slots);
            everything.addAll(slots);
        }
    }

    private void inputs() {
        for (PlanNode node : plan.nodes()) {
            Set<String> available = new HashSet<>();
            before(node, new HashSet<>()).forEach(id -> available.addAll(written.getOrDefault(id, Set.of())));
            if (node instanceof PlanNode.Entities entities) {
                for (EntityPart part : entities.parts()) {
                    part.representations()
                            .values()
                            .forEach(one -> inputs(node, part.shape(), one.members(), available));
                }
            }
        }
    }

    private Set<Integer> before(PlanNode node, Set<Integer> into) {
        for (PlanNode other : plan.nodes()) {
            if (node.after().contains(other.id()) && into.add(other.id())) {
                before(other, into);
            }
        }
        return into;
    }

    /** A field of some types only that nothing fetches stands where objects of these types are impossible. */
    private void inputs(PlanNode node, Shape at, List<Representation.Member> members, Set<String> available) {
        for (Representation.Member member : members) {
            Shape below = at.below(member.slot());
            String name = at.path() + "/" + at.keyAt(member.slot());
            boolean impossible = member.on() != null && !everything.contains(name);
            if (!impossible && !available.contains(name)) {
                faults.add("call " + node.id() + " needs " + name + " before it is fetched");
            }
            if (below != null) {
                inputs(node, below, member.below(), available);
            }
        }
    }

    /**
     * What is selected of some types only may be impossible there, and what stands under its response key may be fetched
     * for another type: all below is {@code optional}.
     */
    private void leaves(Shape at, List<Selected> selections, boolean optional) {
        for (Selected selected : selections) {
            if (selected.isTypename()) {
                continue;
            }
            String name = at.path() + "/" + selected.key();
            Shape below = at.below(at.slot(selected.key()));
            if (!everything.contains(name)) {
                if (!optional && selected.everywhere()) {
                    faults.add("nothing fetches " + name);
                }
            } else if (below != null) {
                boolean shared = selections.stream()
                                .filter(other -> isSameKey(other, selected))
                                .count()
                        > 1;
                leaves(below, selected.below(), optional || shared || !selected.everywhere());
            }
        }
    }

    private static boolean isSameKey(Selected one, Selected other) {
        return one.key().equals(other.key());
    }

    private void mutations(Operation operation) {
        List<String> fetched = new ArrayList<>();
        for (PlanNode node : plan.nodes()) {
            if (node instanceof PlanNode.Fetch fetch) {
                fetch.reading().entries().forEach(entry -> fetched.add(entry.key()));
            }
        }
        List<String> asked = operation.selections().stream()
                .filter(selected -> !selected.isTypename())
                .map(Selected::key)
                .toList();
        if (!fetched.equals(asked)) {
            faults.add("mutations run as " + fetched + " and are asked as " + asked);
        }
    }

    /** Collects every slot a node writes, as path and key. */
    private record Readings(Set<String> into) implements PlanNode.Visitor<Boolean> {
        @Override
        public Boolean fetch(PlanNode.Fetch fetch) {
            return collect(fetch.reading());
        }

        @Override
        public Boolean entities(PlanNode.Entities entities) {
            entities.parts().forEach(part -> collect(part.reading()));
            return true;
        }

        private boolean collect(Reading reading) {
            for (Reading.Entry entry : reading.entries()) {
                if (!entry.isTypename()) {
                    into.add(reading.shape().path() + "/" + reading.shape().keyAt(entry.slot()));
                }
                Reading below = entry.below();
                if (below != null) {
                    collect(below);
                }
            }
            return true;
        }
    }
}
