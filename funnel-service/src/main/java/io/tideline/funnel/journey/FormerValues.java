package io.tideline.funnel.journey;

import io.tideline.platform.graph.Dimension;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one customer's dimensions were before they became what they are today: what the customer did counts for the values of that time. What is first
 * known of holds for all time before. Agents and teams have a {@link CareHistory} instead.
 *
 * @param spells by dimension and end
 */
public record FormerValues(List<Spell> spells) {
    /** Of customers whose values have always been the same. */
    static final FormerValues NONE = new FormerValues(List.of());

    public FormerValues {
        spells = List.copyOf(spells);
    }

    /** @param end microseconds since 1970 from which on it was no longer so */
    public record Spell(Dimension dimension, long end, String value) {}

    /** Of a row with the column {@code former}. */
    static FormerValues of(Row row) {
        JsonArray former = (JsonArray) row.getJson("former");
        if (former == null) {
            return NONE;
        }
        List<Spell> spells = new ArrayList<>(former.size());
        for (int at = 0; at < former.size(); at++) {
            JsonArray spell = former.getJsonArray(at);
            spells.add(new Spell(Dimension.valueOf(spell.getString(0)), spell.getLong(1), spell.getString(2)));
        }
        return new FormerValues(spells);
    }

    boolean isEmpty() {
        return spells.isEmpty();
    }

    boolean tellOf(Dimension dimension) {
        return spells.stream().anyMatch(spell -> spell.dimension() == dimension);
    }

    /** The value at an instant; at the very instant of a change the new one. */
    String at(Dimension dimension, long micros, String today) {
        @Nullable String then = null;
        for (Spell spell : spells) {
            if (then == null && spell.dimension() == dimension && micros < spell.end()) {
                then = spell.value();
            }
        }
        return then == null ? today : then;
    }
}
