package io.tideline.platform.access;

import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the signed token says it. Nothing here comes from an argument or a header a client may choose.
 *
 * @param tenant organisation whose rows are seen
 * @param subject the identity provider's id of the person or machine
 * @param team external id of the caller's team, for team leads and agents
 * @param agent external id of the caller as an agent
 */
public record Caller(
        String tenant,
        String subject,
        String name,
        String region,
        @Nullable String team,
        @Nullable String agent,
        Set<Role> roles,
        Set<Scope> scopes,
        String locale,
        @Nullable ZoneId zone) {

    private static final Set<Role> WHOLE_TENANT = Set.of(Role.EXECUTIVE, Role.OPERATIONS, Role.ADMIN);

    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }

    /** Refuses callers without the scope. */
    public void require(Scope scope) {
        if (!has(scope)) {
            throw new AppException(
                    ErrorCode.FORBIDDEN, "This needs the scope " + scope.text() + ".", Map.of("scope", scope.text()));
        }
    }

    /**
     * Roles add up, so the widest one decides. A lead or an agent whose token names no team or agent sees nothing: an empty name matches no row.
     */
    public Visibility visibility() {
        if (roles.stream().anyMatch(WHOLE_TENANT::contains)) {
            return Visibility.ALL;
        }
        if (roles.contains(Role.LEAD)) {
            return new Visibility(Objects.requireNonNullElse(team, ""), null);
        }
        return new Visibility(null, Objects.requireNonNullElse(agent, ""));
    }
}
