package io.tideline.gateway.plan;

import java.util.Map;

/**
 * Entities of one shape that one call asks for.
 *
 * @param representations by number of runtime type; -1 stands for every type that is not named
 * @param selection the text between the braces of {@code _entities}
 */
public record EntityPart(Shape shape, Map<Integer, Representation> representations, String selection, Reading reading) {

    public EntityPart {
        representations = Map.copyOf(representations);
    }
}
