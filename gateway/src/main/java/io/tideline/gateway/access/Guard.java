package io.tideline.gateway.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a schema element demands of a caller. Each demand is an OR of ANDs of scopes; all demands must be met.
 *
 * @param authenticated whether a valid token is needed at all
 */
record Guard(boolean authenticated, List<List<Set<String>>> demands) {
    static final Guard OPEN = new Guard(false, List.of());

    /** Demands that multiply to more sets of scopes than this are not compared; no schema written by hand gets there. */
    private static final int MOST_ALTERNATIVES = 512;

    Guard {
        demands = List.copyOf(demands);
    }

    Guard and(Guard other) {
        List<List<Set<String>>> all = new ArrayList<>(demands);
        all.addAll(other.demands);
        return new Guard(authenticated || other.authenticated, all);
    }

    boolean lets(Caller caller) {
        if (authenticated && !caller.authenticated()) {
            return false;
        }
        return demands.stream().allMatch(demand -> demand.stream().anyMatch(caller.scopes()::containsAll));
    }

    /** Whether both let the same callers pass, however they are written; false where that cannot be said cheaply. */
    boolean isSameAs(Guard other) {
        Optional<Set<Set<String>>> mine = alternatives();
        return authenticated == other.authenticated && mine.isPresent() && mine.equals(other.alternatives());
    }

    /** The smallest sets of scopes that each meet all demands. */
    private Optional<Set<Set<String>>> alternatives() {
        Set<Set<String>> met = Set.of(Set.of());
        for (List<Set<String>> demand : demands) {
            Set<Set<String>> wider = new HashSet<>();
            for (Set<String> before : met) {
                for (Set<String> more : demand) {
                    Set<String> both = new HashSet<>(before);
                    both.addAll(more);
                    wider.add(both);
                }
            }
            if (wider.size() > MOST_ALTERNATIVES) {
                return Optional.empty();
            }
            met = smallest(wider);
        }
        return Optional.of(met);
    }

    private static Set<Set<String>> smallest(Set<Set<String>> sets) {
        Set<Set<String>> smallest = new HashSet<>(sets);
        smallest.removeIf(one -> sets.stream().anyMatch(other -> other.size() < one.size() && one.containsAll(other)));
        return smallest;
    }
}
