package io.tideline.funnel.journey;

import io.tideline.funnel.customer.Care;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * In whose care one customer has been: what the customer did counts for the agent and the team of that time, also after they have left.
 * Who is first known of counts for all time before.
 */
public final class CareHistory {
    private static final String NOBODY = "-";

    private final long[] ends;
    private final List<Care> spells = new ArrayList<>();

    private CareHistory(int changes) {
        ends = new long[changes];
    }

    /** @param text "microseconds since 1970, agent, team;" for each former spell by its end, then "agent, team" of today; a dash where there is none */
    static CareHistory read(String text) {
        String[] spells = text.split(";", -1);
        CareHistory history = new CareHistory(spells.length - 1);
        for (int at = 0; at < spells.length; at++) {
            String[] parts = spells[at].split(" ", -1);
            int first = parts.length - 2;
            if (first > 0) {
                history.ends[at] = Long.parseLong(parts[0]);
            }
            history.spells.add(new Care(id(parts[first]), id(parts[first + 1])));
        }
        return history;
    }

    /** Who held the customer at an instant; at the very instant of a change, who took over. */
    public Care at(long micros) {
        int spell = 0;
        while (spell < ends.length && ends[spell] <= micros) {
            spell++;
        }
        return spells.get(spell);
    }

    /** An agent or a team as the text has it. */
    static String holder(String id) {
        return id.isEmpty() ? NOBODY : id;
    }

    private static @Nullable UUID id(String text) {
        return text.equals(NOBODY) ? null : UUID.fromString(text);
    }
}
