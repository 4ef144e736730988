package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.FieldAt;
import io.tideline.gateway.supergraph.FieldSet;
import io.tideline.gateway.supergraph.Graph;
import io.tideline.gateway.supergraph.SuperType;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fields can be selected where, read from the supergraph alone. */
final class Reachable {
    private final Supergraph supergraph;

    Reachable(Supergraph supergraph) {
        this.supergraph = supergraph;
    }

    Supergraph supergraph() {
        return supergraph;
    }

    String nameOf(int runtime) {
        return supergraph.runtimeTypes().get(runtime);
    }

    /** The runtime types an object at this spot can have. */
    TypeSet cover(Spot spot) {
        TypeSet all =
                spot.blind() ? supergraph.possible(spot.type()) : supergraph.possibleIn(spot.type(), spot.graph());
        TypeSet among = spot.among();
        return among == null ? all : all.and(among);
    }

    TypeSet cover(List<Spot> spots) {
        TypeSet all = TypeSet.NONE;
        for (Spot spot : spots) {
            all = all.or(cover(spot));
        }
        return all;
    }

    /** Whether the spots together answer the field for all types it is asked of. */
    boolean answers(List<Spot> spots, Ask ask, boolean forKey) {
        if (!cover(spots).hasAll(ask.on())) {
            return false;
        }
        for (Spot spot : spots) {
            TypeSet here = cover(spot).and(ask.on());
            if (!here.isEmpty() && !answers(spot, here, ask.name(), forKey)) {
                return false;
            }
        }
        return true;
    }

    private boolean answers(Spot spot, TypeSet here, String field, boolean forKey) {
        if (field.equals("__typename")) {
            return !spot.blind();
        }
        if (spot.blind()) {
            return answersAs(spot, spot.type(), field, forKey);
        }
        return here.all(runtime -> answersAs(spot, nameOf(runtime), field, forKey));
    }

    boolean answersAs(Spot spot, String typeName, String field, boolean forKey) {
        FieldAt at = supergraph.fieldIn(typeName, field, spot.graph());
        if (at == null) {
            return false;
        }
        boolean own = at.isOwn() || (forKey && at.overridden());
        if (own && (at.requires() == null || field.equals(spot.granted()))) {
            return true;
        }
        return isProvided(spot.provided(), typeName, field);
    }

    private boolean isProvided(@Nullable FieldSet provided, String typeName, String field) {
        if (provided == null) {
            return false;
        }
        for (FieldSet.Part part : provided.parts()) {
            if (part instanceof FieldSet.Member member && member.name().equals(field)) {
                return true;
            }
            if (part instanceof FieldSet.On on && isA(typeName, on.type()) && isProvided(on.below(), typeName, field)) {
                return true;
            }
        }
        return false;
    }

    private boolean isA(String typeName, String wider) {
        return supergraph.possible(wider).hasAll(supergraph.possible(typeName));
    }

    /** What the subgraph requires for the field on this type, null when it needs nothing or does not answer it. */
    @Nullable
    FieldSet requirement(String typeName, String field, Graph graph) {
        FieldAt at = supergraph.fieldIn(typeName, field, graph);
        return at != null && at.isOwn() ? at.requires() : null;
    }

    /** Where one stands after following a composite field from these spots. */
    List<Spot> follow(List<Spot> spots, Ask ask) {
        Set<Spot> next = new LinkedHashSet<>();
        for (Spot spot : spots) {
            TypeSet here = cover(spot).and(ask.on());
            if (here.isEmpty()) {
                continue;
            }
            if (spot.blind()) {
                next.add(followAs(spot, spot.type(), ask.name()));
            } else {
                here.each(runtime -> next.add(followAs(spot, nameOf(runtime), ask.name())));
            }
        }
        return new ArrayList<>(next);
    }

    private Spot followAs(Spot spot, String typeName, String field) {
        FieldAt at = supergraph.fieldIn(typeName, field, spot.graph());
        if (at == null) {
            throw new PlanFailure("No subgraph answers " + typeName + "." + field);
        }
        String type = Types.named(at.type());
        FieldSet inherited = providedBelow(spot.provided(), typeName, field);
        FieldSet own = at.provides();
        FieldSet provided = inherited == null ? own : own == null ? inherited : inherited.and(own);
        return Spot.on(spot.graph(), type, supergraph.isInterfaceObject(type, spot.graph()), provided);
    }

    private @Nullable FieldSet providedBelow(@Nullable FieldSet provided, String typeName, String field) {
        if (provided == null) {
            return null;
        }
        FieldSet found = null;
        for (FieldSet.Part part : provided.parts()) {
            FieldSet below = null;
            if (part instanceof FieldSet.Member member && member.name().equals(field)) {
                below = member.below();
            } else if (part instanceof FieldSet.On on && isA(typeName, on.type())) {
                below = providedBelow(on.below(), typeName, field);
            }
            found = below == null ? found : found == null ? below : found.and(below);
        }
        return found;
    }

    /**
     * Types that every subgraph treats alike for this field, so that one route serves them all.
     */
    String likeness(int runtime, String field) {
        StringBuilder text = new StringBuilder();
        SuperType type = supergraph.type(nameOf(runtime));
        for (Graph graph : supergraph.graphs()) {
            FieldAt at = supergraph.fieldIn(type.name(), field, graph);
            text.append(at == null ? '-' : at.isOwn() ? 'o' : at.overridden() ? 'u' : 'x');
            FieldSet requires = at == null ? null : at.requires();
            text.append(requires == null ? "" : "(" + requires.text() + ")");
            for (String name : type.interfaces()) {
                if (supergraph.isInterfaceObject(name, graph) && supergraph.fieldIn(name, field, graph) != null) {
                    text.append('i').append(name);
                }
            }
        }
        return text.toString();
    }

    /** How many subgraphs could answer the field for this type in one way or another. */
    int choices(int runtime, String field) {
        int count = 0;
        SuperType type = supergraph.type(nameOf(runtime));
        for (Graph graph : supergraph.graphs()) {
            FieldAt at = supergraph.fieldIn(type.name(), field, graph);
            boolean own = at != null && at.isOwn();
            for (String name : type.interfaces()) {
                own |= supergraph.isInterfaceObject(name, graph) && supergraph.fieldIn(name, field, graph) != null;
            }
            count += own ? 1 : 0;
        }
        return count;
    }
}
