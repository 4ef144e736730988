package io.tideline.gateway.plan;

import io.tideline.gateway.supergraph.TypeSet;
import java.util.Map;

/**
 * Entities of one shape that one call asks for.
 *
 * @param representations by number of runtime type; -1 stands for {@code others}, and for objects of an unknown type
 * @param others runtime types that are not named
 * @param selection the text between the braces of {@code _entities}
 */
public record EntityPart(
        Shape shape, Map<Integer, Representation> representations, TypeSet others, String selection, Reading reading) {

    public EntityPart {
        representations = Map.copyOf(representations);
    }
}
