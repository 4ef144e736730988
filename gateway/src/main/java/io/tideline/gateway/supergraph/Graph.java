package io.tideline.gateway.supergraph;

/** One subgraph: its number, the enum value that names it in the supergraph, its own name and its default address. */
public record Graph(int index, String enumName, String name, String url) {

    @Override
    public String toString() {
        return name;
    }
}
