package io.tideline.gateway.operation;

import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.TypeSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the response paths a client asked for that were taken out, list positions left out. */
final class DeniedPaths {
    private final Supergraph supergraph;
    private final GraphQLSchema granted;
    private final TypeSet visible;
    private final Set<List<Object>> found = new LinkedHashSet<>();

    private DeniedPaths(Supergraph supergraph, GraphQLSchema granted) {
        this.supergraph = supergraph;
        this.granted = granted;
        this.visible = supergraph.typesWhere(name -> granted.getType(name) != null);
    }

    static List<List<Object>> of(
            List<Selected> asked, List<Selected> left, Supergraph supergraph, GraphQLSchema granted) {
        DeniedPaths paths = new DeniedPaths(supergraph, granted);
        paths.compare(asked, left, List.of());
        return List.copyOf(paths.found);
    }

    private void compare(List<Selected> asked, List<Selected> left, List<Object> above) {
        for (Selected one : asked) {
            List<Object> path = new ArrayList<>(above);
            path.add(one.key());
            List<Selected> below = new ArrayList<>();
            TypeSet answered = TypeSet.NONE;
            boolean same = false;
            for (Selected other : left) {
                if (other.key().equals(one.key())
                        && (other.on().meets(one.on()) || one.on().isEmpty())) {
                    answered = answered.or(other.on());
                    below.addAll(other.below());
                    same = true;
                }
            }
            TypeSet seen = one.on().and(visible);
            boolean isLeft = same && answered.hasAll(seen);
            if (isLeft || (!one.isLeaf() && isOpen(one))) {
                compare(one.below(), below, path);
            } else {
                found.add(List.copyOf(path));
            }
        }
    }

    /** Whether the field itself is granted, so that it is missing only because nothing below it is. */
    private boolean isOpen(Selected selected) {
        for (int type : selected.on().toArray()) {
            if (granted.getType(supergraph.runtimeTypes().get(type)) instanceof GraphQLObjectType object
                    && object.getFieldDefinition(selected.name()) != null) {
                return true;
            }
        }
        return false;
    }
}
