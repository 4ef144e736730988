package io.tideline.customer.alert;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.node.Node;
import io.tideline.customer.node.NodeSource;
import io.tideline.platform.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Alerts by global id. */
@ApplicationScoped
class AlertNodes implements NodeSource {
    private final AlertStore store;

    AlertNodes(AlertStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return Alert.TYPE;
    }

    @Override
    public Uni<? extends @Nullable Node> find(Caller caller, UUID id) {
        return store.find(caller, id).map(found -> found.orElse(null));
    }
}
