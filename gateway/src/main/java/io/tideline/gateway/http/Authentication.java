package io.tideline.gateway.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Refuses to start a gateway that would neither ask for tokens nor was told to do without. */
@ApplicationScoped
public class Authentication {
    private static final Logger LOG = Logger.getLogger(Authentication.class);

    private final GatewaySettings settings;

    public Authentication(GatewaySettings settings) {
        this.settings = settings;
    }

    void check(@Observes StartupEvent started) {
        String auth = settings.auth();
        if (auth.equals(CallerReader.NO_AUTHENTICATION)) {
            LOG.warn("tideline.auth=none: every caller sees everything");
        } else if (!auth.equals("oidc")) {
            throw new IllegalStateException("tideline.auth is oidc or none, not " + auth);
        } else if (settings.issuer().isEmpty()) {
            throw new IllegalStateException("There is no tideline.issuer; tideline.auth=none does without tokens");
        }
    }
}
