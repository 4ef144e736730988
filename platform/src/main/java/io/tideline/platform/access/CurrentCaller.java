package io.tideline.platform.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.tideline.platform.error.AppException;
import io.tideline.platform.error.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

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
        return identity == null ? Optional.empty() : Optional.ofNullable(identity.getAttribute(TokenReader.CALLER));
    }
}
