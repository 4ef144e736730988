package io.tideline.platform.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads the caller out of a verified token, once a request. A token that names no tenant has no caller. */
@ApplicationScoped
class TokenReader implements SecurityIdentityAugmentor {
    static final String CALLER = "tideline.caller";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        String tenant = text(token, "tenant");
        if (tenant == null || tenant.isBlank()) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder(identity)
                        .addAttribute(CALLER, callerOf(token, tenant, identity.getRoles()))
                        .build());
    }

    private static Caller callerOf(JsonWebToken token, String tenant, Set<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        names.forEach(name -> {
            Role.of(name).ifPresent(roles::add);
            Scope.of(name).ifPresent(scopes::add);
        });
        return new Caller(
                tenant,
                token.getSubject(),
                orElse(text(token, "name"), token.getSubject()),
                orElse(text(token, "region"), ""),
                text(token, "team"),
                text(token, "agent"),
                roles,
                scopes,
                orElse(text(token, "locale"), "en"),
                zone(text(token, "zoneinfo")));
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null ? other : value;
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unknownZone) {
            return null;
        }
    }

    private static @Nullable String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        if (value instanceof JsonString json) {
            return json.getString();
        }
        return value instanceof String text ? text : null;
    }
}
