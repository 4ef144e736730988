package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.FieldSet;
import io.tideline.gateway.supergraph.Graph;
import io.tideline.gateway.supergraph.TypeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where one can stand in a subgraph: on a type there, with what was provided along the way. A blind spot is an interface
 * that the subgraph knows as an object: it cannot tell the runtime type. A field is granted when what it requires was
 * sent along. Entities asked for by an interface are only {@code among} the types whose keys were gathered.
 */
record Spot(
        Graph graph,
        String type,
        boolean blind,
        @Nullable FieldSet provided,
        @Nullable String granted,
        @Nullable TypeSet among) {

    /** On a type, with nothing granted. */
    static Spot on(Graph graph, String type, boolean blind, @Nullable FieldSet provided) {
        return new Spot(graph, type, blind, provided, null, null);
    }

    String text() {
        return graph.name() + ":" + type + (blind ? "?" : "")
                + (provided == null ? "" : "{" + provided.text() + "}")
                + (granted == null ? "" : "!" + granted)
                + (among == null ? "" : among);
    }
}
