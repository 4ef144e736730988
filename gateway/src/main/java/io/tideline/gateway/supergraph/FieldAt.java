package io.tideline.gateway.supergraph;

import graphql.language.Type;
import org.jspecify.annotations.Nullable;

/**
 * What one subgraph says of a field: its type there, whether the subgraph only mentions it ({@code external}), whether
 * it lost it to another but still returns it where a key needs it ({@code overridden}), and what it requires or
 * provides.
 */
public record FieldAt(
        Graph graph,
        Type<?> type,
        boolean external,
        boolean overridden,
        @Nullable FieldSet requires,
        @Nullable FieldSet provides) {

    /** Whether the subgraph answers the field itself, given what it requires. */
    public boolean isOwn() {
        return !external && !overridden;
    }
}
