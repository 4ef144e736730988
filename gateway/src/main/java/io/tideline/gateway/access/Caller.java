package io.tideline.gateway.access;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as far as the gateway cares: whether there is a valid token, which scopes it carries, and the header to pass
 * on to the subgraphs.
 */
public record Caller(boolean authenticated, Set<String> scopes, @Nullable String authorization) {
    public static final Caller ANONYMOUS = new Caller(false, Set.of(), null);

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** The same text for callers that have the same contract. */
    String contractKey() {
        return authenticated + " " + new TreeSet<>(scopes);
    }
}
