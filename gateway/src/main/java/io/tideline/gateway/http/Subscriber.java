package io.tideline.gateway.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.tideline.gateway.access.Caller;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A caller who stays.
 *
 * @param identity who it is, null for anonymous callers
 * @param key the same for all connections of one person or machine
 * @param expiry when the token ends, null without a token
 */
record Subscriber(Caller caller, @Nullable SecurityIdentity identity, String key, @Nullable Instant expiry) {
    private static final String EXPIRY = "quarkus.identity.expire-time";

    static Subscriber of(RoutingContext context) {
        SecurityIdentity identity = context.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        return of(context, identity);
    }

    static Subscriber of(RoutingContext context, @Nullable SecurityIdentity identity) {
        String authorization = context.request().getHeader("Authorization");
        Caller caller = CallerReader.read(identity, authorization);
        String address = context.request().remoteAddress().hostAddress();
        if (identity == null || identity.isAnonymous()) {
            return new Subscriber(caller, null, "address " + address, null);
        }
        Long seconds = identity.getAttribute(EXPIRY);
        Instant expiry = seconds == null ? null : Instant.ofEpochSecond(seconds);
        return new Subscriber(
                caller, identity, "person " + identity.getPrincipal().getName(), expiry);
    }
}
