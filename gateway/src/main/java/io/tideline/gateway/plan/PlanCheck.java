package io.tideline.gateway.plan;

import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.Selected;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what is wrong with a plan: a field that is asked for and that no fetch brings though its parent is fetched, a
 * representation that needs a value no earlier fetch brings, a call that waits for one after it, mutations out of order.
 * A value must be brought for each runtime type that can stand there and has the field.
 */
public final class PlanCheck {
    private final Supergraph supergraph;
    private final Plan plan;
    private final PossibleTypes possible;
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Written> written = new HashMap<>();
    private final Written everything;

    private PlanCheck(Supergraph supergraph, Plan plan) {
        this.supergraph = supergraph;
        this.plan = plan;
        this.possible = new PossibleTypes(supergraph);
        this.everything = new Written(supergraph);
    }

    /** The faults of the plan, none when it is sound. */
    public static List<String> faults(Supergraph supergraph, Plan plan, Operation operation) {
        PlanCheck check = new PlanCheck(supergraph, plan);
        check.order();
        check.inputs();
        check.leaves(plan.shape(), supergraph.possible(operation.root()), operation.selections());
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
            Written own = node.accept(new Written(supergraph));
            written.put(node.id(), own);
            everything.add(own);
        }
    }

    private void inputs() {
        for (PlanNode node : plan.nodes()) {
            Written available = new Written(supergraph);
            before(node, new HashSet<>())
                    .forEach(id -> available.add(written.getOrDefault(id, new Written(supergraph))));
            if (node instanceof PlanNode.Entities entities) {
                for (EntityPart part : entities.parts()) {
                    part.representations().forEach((runtime, one) -> {
                        Needs needs = new Needs(node, Written.typesOf(part, runtime), available);
                        inputs(part.shape(), one.members(), needs);
                    });
                }
            }
        }
    }

    /** What a call needs of objects of these types, and what was brought before it. */
    private record Needs(PlanNode node, TypeSet types, Written available) {}

    private Set<Integer> before(PlanNode node, Set<Integer> into) {
        for (PlanNode other : plan.nodes()) {
            if (node.after().contains(other.id()) && into.add(other.id())) {
                before(other, into);
            }
        }
        return into;
    }

    private void inputs(Shape at, List<Representation.Member> members, Needs needs) {
        for (Representation.Member member : members) {
            Shape below = at.below(member.slot());
            String name = Written.name(at, member.slot());
            TypeSet on = member.on();
            TypeSet types = on == null ? needs.types : needs.types.and(on);
            TypeSet missing = types.minus(needs.available.of(name));
            if (!missing.isEmpty()) {
                faults.add("call " + needs.node.id() + " needs " + name + " of " + names(missing)
                        + " before it is fetched");
            }
            if (below != null) {
                TypeSet next = possible.below(types, member.name());
                inputs(below, member.below(), new Needs(needs.node, next, needs.available));
            }
        }
    }

    private void leaves(Shape at, TypeSet types, List<Selected> selections) {
        for (Selected selected : selections) {
            TypeSet on = types.and(selected.on());
            if (selected.isTypename() || on.isEmpty()) {
                continue;
            }
            int slot = at.slot(selected.key());
            Shape below = at.below(slot);
            String name = Written.name(at, slot);
            TypeSet missing = on.minus(everything.of(name));
            if (!missing.isEmpty()) {
                faults.add("nothing fetches " + name + " of " + names(missing));
            } else if (below != null) {
                leaves(below, possible.below(on, selected.name()), selected.below());
            }
        }
    }

    private Set<String> names(TypeSet types) {
        Set<String> names = new TreeSet<>();
        types.each(runtime -> names.add(supergraph.runtimeTypes().get(runtime)));
        return names;
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
}
