package io.tideline.gateway.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.persisted.DocumentMode;
import io.tideline.gateway.operation.persisted.PersistedDocuments;
import io.tideline.gateway.operation.persisted.TrustedDocuments;
import io.tideline.platform.access.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The documents of this gateway and who may use which. A list that cannot be read stops the start. */
@ApplicationScoped
public class DocumentStore {
    private static final Logger LOG = Logger.getLogger(DocumentStore.class);
    private static final String ANONYMOUS = "anonymous";

    private final PersistedDocuments documents;
    private final DocumentMode otherwise;
    private final Map<String, DocumentMode> modes;

    public DocumentStore(GatewaySettings settings) {
        GatewaySettings.Documents configured = settings.documents();
        TrustedDocuments trusted = TrustedDocuments.read(configured.files().orElse(List.of()));
        this.documents = new PersistedDocuments(trusted, configured.cacheBytes());
        this.otherwise = configured.mode();
        this.modes = Map.copyOf(configured.modes());
        for (String role : modes.keySet()) {
            if (!role.equals(ANONYMOUS) && Role.of(role).isEmpty()) {
                throw new IllegalStateException("tideline.gateway.documents.modes names the unknown role " + role);
            }
        }
        LOG.debugf("trustedDocuments=%d", trusted.size());
    }

    PersistedDocuments.Found find(RoutingContext context, GraphqlRequest request) {
        SecurityIdentity identity = context.user() instanceof QuarkusHttpUser user ? user.getSecurityIdentity() : null;
        return find(identity, request);
    }

    PersistedDocuments.Found find(@Nullable SecurityIdentity identity, GraphqlRequest request) {
        return documents.find(request, modeOf(identity));
    }

    /** Only what was answered is worth remembering: refused texts would push out others. */
    void keep(PersistedDocuments.Found found, Answer answer) {
        if (answer.status() == 200) {
            documents.keep(found);
        }
    }

    /** A subscription is remembered as soon as it runs. */
    void keep(PersistedDocuments.Found found) {
        documents.keep(found);
    }

    private DocumentMode modeOf(@Nullable SecurityIdentity identity) {
        if (modes.isEmpty()) {
            return otherwise;
        }
        if (identity == null || identity.isAnonymous()) {
            return modes.getOrDefault(ANONYMOUS, otherwise);
        }
        return identity.getRoles().stream()
                .filter(role -> Role.of(role).isPresent())
                .map(role -> modes.getOrDefault(role, otherwise))
                .reduce(DocumentMode::stricter)
                .orElse(otherwise);
    }
}
