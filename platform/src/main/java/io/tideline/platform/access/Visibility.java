package io.tideline.platform.access;

import org.jspecify.annotations.Nullable;

/**
 * Which customers' rows a caller sees, next to the tenant wall that always holds.
 *
 * @param team external id of the only team seen, or null for no limit
 * @param agent external id of the only agent seen, or null for no limit
 */
public record Visibility(@Nullable String team, @Nullable String agent) {
    public static final Visibility ALL = new Visibility(null, null);
}
