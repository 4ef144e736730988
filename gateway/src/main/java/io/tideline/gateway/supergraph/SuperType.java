package io.tideline.gateway.supergraph;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A composite type of the supergraph: object, interface or union. */
public record SuperType(
        String name,
        Kind kind,
        Map<String, SuperField> fields,
        Map<Graph, TypeAt> at,
        List<String> interfaces,
        Map<Graph, Set<String>> narrowedIn) {

    /** The kinds of composite type. */
    public enum Kind {
        OBJECT,
        INTERFACE,
        UNION
    }

    public boolean isAbstract() {
        return kind != Kind.OBJECT;
    }

    public @Nullable TypeAt in(Graph graph) {
        return at.get(graph);
    }

    public @Nullable SuperField field(String name) {
        return fields.get(name);
    }
}
