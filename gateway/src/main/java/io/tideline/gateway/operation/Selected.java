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
        List<Selected> below) {

    public Selected {
        arguments = List.copyOf(arguments);
        below = List.copyOf(below);
    }

    public boolean isTypename() {
        return name.equals("__typename");
    }

    public boolean isLeaf() {
        return below.isEmpty();
    }
}
