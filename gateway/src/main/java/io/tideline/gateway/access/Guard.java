package io.tideline.gateway.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a schema element demands of a caller. Each demand is an OR of ANDs of scopes; all demands must be met.
 *
 * @param authenticated whether a valid token is needed at all
 */
record Guard(boolean authenticated, List<List<Set<String>>> demands) {
    static final Guard OPEN = new Guard(false, List.of());

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
}
