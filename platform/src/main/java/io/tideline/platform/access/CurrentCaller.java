package io.tideline.platform.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of the request that is being answered. */
@ApplicationScoped
public class CurrentCaller {
    private final CurrentIdentityAssociation identities;

    public CurrentCaller(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    /** The caller, or UNAUTHENTICATED where no token came or the token names no tenant. */
    public Caller get() {
        return find().orElseThrow(() ->
                new AppException(ErrorCode.UNAUTHENTICATED, "A bearer token of this platform is needed.", Map.of()));
    }

    public Optional<Caller> find() {
        SecurityIdentity identity = identities.getIdentity();
        if (identity == null || identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        String tenant = text(token, "tenant");
        if (tenant == null || tenant.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(callerOf(token, tenant, identity.getRoles()));
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
