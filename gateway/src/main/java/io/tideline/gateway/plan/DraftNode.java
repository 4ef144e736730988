package io.tideline.gateway.plan;

import graphql.language.Type;
import io.tideline.gateway.supergraph.Graph;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A selection set that grows while the plan is searched: what one fetch asks of one type at one place. */
final class DraftNode {
    final Graph graph;
    final String type;
    final Shape shape;
    final Map<String, Field> fields = new LinkedHashMap<>();
    boolean typename;

    /** A field of the selection, under a fragment when {@code fragment} is not null. */
    record Field(@Nullable String fragment, Ask ask, String responseKey, Type<?> type, @Nullable DraftNode below) {}

    DraftNode(Graph graph, String type, Shape shape) {
        this.graph = graph;
        this.type = type;
        this.shape = shape;
    }

    boolean isEmpty() {
        return fields.isEmpty() && !typename;
    }
}
