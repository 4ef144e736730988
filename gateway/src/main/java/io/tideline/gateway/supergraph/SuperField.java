package io.tideline.gateway.supergraph;

import graphql.language.FieldDefinition;
import graphql.language.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A field of the supergraph and the subgraphs that know it. */
public record SuperField(FieldDefinition definition, String typeName, Map<Graph, FieldAt> at) {

    public SuperField {
        at = Map.copyOf(at);
    }

    public String name() {
        return definition.getName();
    }

    public Type<?> type() {
        return definition.getType();
    }

    public @Nullable FieldAt in(Graph graph) {
        return at.get(graph);
    }
}
