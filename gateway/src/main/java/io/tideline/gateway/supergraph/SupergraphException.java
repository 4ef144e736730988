package io.tideline.gateway.supergraph;

import graphql.language.Node;
import graphql.language.SourceLocation;
import org.jspecify.annotations.Nullable;

/** A supergraph that cannot be read; the message ends with the line and column. */
public final class SupergraphException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SupergraphException(String message) {
        super(message);
    }

    static SupergraphException at(@Nullable SourceLocation place, String message) {
        String where = place == null ? "" : " (line " + place.getLine() + ", column " + place.getColumn() + ")";
        return new SupergraphException(message + where);
    }

    static SupergraphException at(Node<?> node, String message) {
        return at(node.getSourceLocation(), message);
    }
}
