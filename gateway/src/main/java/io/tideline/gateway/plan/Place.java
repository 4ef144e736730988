package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A place in the answer where objects stand, reached by one field of one class of parent types. Several fetches may
 * bring parts of these objects: its sources.
 */
final class Place {
    final @Nullable Place parent;
    final @Nullable Ask via;
    final String typeName;
    final Shape shape;
    final List<Source> sources = new ArrayList<>();
    private final Map<String, Place> children = new LinkedHashMap<>();
    private final Map<TypeSet, Map<String, Route>> reached = new LinkedHashMap<>();
    private @Nullable List<Route> suppliers;
    private @Nullable TypeSet possible;
    private int reachedVersion = -1;
    private int suppliersVersion = -1;

    Place(@Nullable Place parent, @Nullable Ask via, String typeName, Shape shape) {
        this.parent = parent;
        this.via = via;
        this.typeName = typeName;
        this.shape = shape;
    }

    Place child(Ask ask) {
        return child(ask, shape.keyOf(ask.name(), ask.argumentText()));
    }

    /** As {@link #child(Ask)}, under the response key the client gave. */
    Place child(Ask ask, String responseKey) {
        String name = responseKey + ":" + ask.field() + ask.on();
        return children.computeIfAbsent(name, any -> new Place(this, ask, ask.typeName(), shape.child(responseKey)));
    }

    @Nullable
    Map<String, Route> reached(TypeSet types, int version) {
        if (reachedVersion != version) {
            reached.clear();
            reachedVersion = version;
        }
        return reached.get(types);
    }

    void remember(TypeSet types, Map<String, Route> routes) {
        reached.put(types, routes);
    }

    @Nullable
    List<Route> suppliers(int version) {
        return suppliersVersion == version ? suppliers : null;
    }

    void rememberSuppliers(List<Route> routes, int version) {
        suppliers = routes;
        suppliersVersion = version;
    }

    TypeSet possible(Supplier<TypeSet> count) {
        TypeSet known = possible;
        if (known == null) {
            known = count.get();
            possible = known;
        }
        return known;
    }
}
