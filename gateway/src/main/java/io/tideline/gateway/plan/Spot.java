package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.FieldSet;
import io.tideline.gateway.supergraph.Graph;
import org.jspecify.annotations.Nullable;

/**
 * Where one can stand in a subgraph: on a type there, with what was provided along the way. A blind spot is an interface
 * that the subgraph knows as an object: it cannot tell the runtime type. A field is granted when what it requires was
 * sent along.
 */
record Spot(Graph graph, String type, boolean blind, @Nullable FieldSet provided, @Nullable String granted) {

    String text() {
        return graph.name() + ":" + type + (blind ? "?" : "")
                + (provided == null ? "" : "{" + provided.text() + "}")
                + (granted == null ? "" : "!" + granted);
    }
}
