package io.tideline.gateway.operation;

import graphql.language.Argument;
import graphql.language.Type;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.List;

/**
 * A field to answer, free of fragments and conditions: it applies to objects whose runtime type is in {@code on}. For
 * one runtime type no two fields of a selection share a response key.
 *
 * @param everywhere whether it was asked of every visible type its place can hold; where all are visible, no runtime type need be
 *     known
 * @param order position among its siblings, in the order the client wrote
 * @param leaf whether it holds no objects; a field of objects may select nothing when conditions leave all out
 */
public record Selected(
        String key,
        String name,
        List<Argument> arguments,
        String argumentText,
        Type<?> type,
        String typeName,
        TypeSet on,
        boolean everywhere,
        int order,
        boolean leaf,
        List<Selected> below) {

    public Selected {
        arguments = List.copyOf(arguments);
        below = List.copyOf(below);
    }

    public boolean isTypename() {
        return name.equals("__typename");
    }

    public boolean isLeaf() {
        return leaf;
    }
}
