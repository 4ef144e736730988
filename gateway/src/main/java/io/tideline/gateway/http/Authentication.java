package io.tideline.gateway.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Refuses to start a gateway that would neither ask for tokens nor was told to do without. */
@ApplicationScoped
public class Authentication {
    private static final Logger LOG = Logger.getLogger(Authentication.class);

    /** {@code oidc} asks for bearer tokens of the issuer, {@code none} shows everybody everything. */
    static final String SETTING = "tideline.auth";

    private final String setting;
    private final Optional<String> issuer;

    public Authentication(
            @ConfigProperty(name = SETTING) String setting,
            @ConfigProperty(name = "tideline.issuer") Optional<String> issuer) {
        this.setting = setting;
        this.issuer = issuer;
    }

    static boolean isNone(String setting) {
        return setting.equals("none");
    }

    void check(@Observes StartupEvent started) {
        if (isNone(setting)) {
            LOG.warn("tideline.auth=none: every caller sees everything");
        } else if (!setting.equals("oidc")) {
            throw new IllegalStateException("tideline.auth is oidc or none, not " + setting);
        } else if (issuer.isEmpty()) {
            throw new IllegalStateException("There is no tideline.issuer; tideline.auth=none does without tokens");
        }
    }
}
