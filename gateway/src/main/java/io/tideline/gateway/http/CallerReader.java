package io.tideline.gateway.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.tideline.gateway.access.Caller;
import io.tideline.platform.access.Scope;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says who asks: the token was checked before, its realm roles that name scopes are the caller's scopes. */
final class CallerReader {
    private CallerReader() {}

    static Caller read(RoutingContext context) {
        String authorization = context.request().getHeader("Authorization");
        return context.user() instanceof QuarkusHttpUser user
                ? read(user.getSecurityIdentity(), authorization)
                : read(null, authorization);
    }

    static Caller read(@Nullable SecurityIdentity identity, @Nullable String authorization) {
        return identity == null || identity.isAnonymous()
                ? new Caller(false, Set.of(), authorization)
                : new Caller(true, scopes(identity), authorization);
    }

    private static Set<String> scopes(SecurityIdentity identity) {
        Set<String> scopes = new HashSet<>();
        for (String role : identity.getRoles()) {
            if (Scope.of(role).isPresent()) {
                scopes.add(role);
            }
        }
        return scopes;
    }
}
