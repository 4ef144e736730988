package io.tideline.gateway.plan;

import graphql.language.Type;
import io.tideline.gateway.supergraph.FieldAt;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds fields to what a fetch selects: at the type itself where that serves all types asked, else by fragments. */
final class DraftSelection {
    private final Reachable reachable;
    private final Supergraph supergraph;

    DraftSelection(Reachable reachable) {
        this.reachable = reachable;
        this.supergraph = reachable.supergraph();
    }

    /** Selects the field at a node for the types asked; returns the nodes below it, none for a leaf. */
    List<DraftNode> select(DraftNode node, Spot spot, Ask ask, String key) {
        TypeSet here = reachable.cover(spot).and(ask.on());
        if (here.isEmpty()) {
            return List.of();
        }
        if (spot.blind() || !supergraph.type(spot.type()).isAbstract()) {
            return childOf(add(node, null, spot.type(), ask, key));
        }
        if (isWhole(spot, here, ask)) {
            return childOf(add(node, null, spot.type(), ask, key));
        }
        List<DraftNode> below = new ArrayList<>();
        here.each(runtime -> {
            String type = reachable.nameOf(runtime);
            below.addAll(childOf(add(node, type, type, ask, key)));
        });
        return below.stream().distinct().toList();
    }

    /** Whether the field can be asked of the interface itself, with no fragment. */
    private boolean isWhole(Spot spot, TypeSet here, Ask ask) {
        FieldAt at = supergraph.fieldIn(spot.type(), ask.name(), spot.graph());
        TypeSet all = supergraph.possibleIn(spot.type(), spot.graph());
        return at != null
                && all.all(runtime -> isLike(at, reachable.nameOf(runtime), ask.name()))
                && reachable.answersAs(spot, spot.type(), ask.name(), false)
                && here.hasAll(all)
                && reachable.answers(List.of(spot), ask.on(all), false);
    }

    private boolean isLike(FieldAt face, String type, String field) {
        FieldAt own = supergraph.fieldIn(type, field, face.graph());
        return own != null && Types.named(own.type()).equals(Types.named(face.type()));
    }

    private static List<DraftNode> childOf(DraftNode.Field field) {
        DraftNode below = field.below();
        return below == null ? List.of() : List.of(below);
    }

    private DraftNode.Field add(DraftNode node, @Nullable String fragment, String owner, Ask ask, String key) {
        String name = (fragment == null ? "" : fragment) + "|" + ask.field() + "|" + key;
        DraftNode.Field known = node.fields.get(name);
        if (known != null) {
            return known;
        }
        FieldAt at = supergraph.fieldIn(owner, ask.name(), node.graph);
        if (at == null) {
            throw new PlanFailure("No subgraph answers " + owner + "." + ask.name());
        }
        Type<?> type = at.type();
        String named = Types.named(type);
        DraftNode below =
                supergraph.isComposite(named) ? new DraftNode(node.graph, named, node.shape.child(key)) : null;
        DraftNode.Field field = new DraftNode.Field(fragment, ask, key, type, below);
        node.fields.put(name, field);
        return field;
    }
}
