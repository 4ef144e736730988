package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.FieldAt;
import io.tideline.gateway.supergraph.Graph;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.TypeSet;
import org.jspecify.annotations.Nullable;

/** The runtime types that surely can stand below a field: those that every subgraph that knows the field can return. */
final class PossibleTypes {
    private final Supergraph supergraph;

    PossibleTypes(Supergraph supergraph) {
        this.supergraph = supergraph;
    }

    /** What a subgraph can mean by a type; one that knows an interface as an object means all its types. */
    static TypeSet returned(Supergraph supergraph, String type, Graph graph) {
        return supergraph.isInterfaceObject(type, graph)
                ? supergraph.possible(type)
                : supergraph.possibleIn(type, graph);
    }

    /** Below a field of objects of any of these types. */
    TypeSet below(TypeSet owners, String field) {
        TypeSet all = TypeSet.NONE;
        for (int owner : owners.toArray()) {
            all = all.or(below(supergraph.runtimeTypes().get(owner), field));
        }
        return all;
    }

    private TypeSet below(String owner, String field) {
        TypeSet common = null;
        for (Graph graph : supergraph.graphs()) {
            FieldAt at = knownIn(owner, field, graph);
            if (at != null) {
                TypeSet returned = returned(supergraph, Types.named(at.type()), graph);
                common = common == null ? returned : common.and(returned);
            }
        }
        return common == null ? TypeSet.NONE : common;
    }

    private @Nullable FieldAt knownIn(String owner, String field, Graph graph) {
        FieldAt own = supergraph.fieldIn(owner, field, graph);
        for (String name : supergraph.type(owner).interfaces()) {
            if (own == null && supergraph.isInterfaceObject(name, graph)) {
                own = supergraph.fieldIn(name, field, graph);
            }
        }
        return own;
    }
}
