package io.tideline.funnel.journey;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is not packed of some customers and has to be known beside their moments.
 *
 * @param care spells of those who changed hands, as the statement writes them
 * @param carriers who carry a tag asked for, null where none is
 * @param properties for each property wanted 8 bytes a moment, in the order of the moments
 */
record Beside(Map<UUID, String> care, @Nullable Set<UUID> carriers, List<Map<UUID, Buffer>> properties) {
    static final Beside NOTHING = new Beside(Map.of(), null, List.of());

    /** A hash of what a property says of a customer's moment, by its place; 0 where it says nothing. */
    long property(int number, UUID customer, int place) {
        Buffer values = properties.get(number).get(customer);
        return values == null ? PackedJourney.NO_VALUE : values.getLong(place * Long.BYTES);
    }
}
