package io.tideline.gateway.supergraph;

import java.util.List;

/** What one subgraph says of a type: its keys, and whether it knows an interface as an object only. */
public record TypeAt(Graph graph, List<Key> keys, boolean interfaceObject) {

    public TypeAt {
        keys = List.copyOf(keys);
    }
}
