package io.tideline.customer.channel;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.node.Node;
import io.tideline.customer.node.NodeSource;
import io.tideline.platform.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Channel accounts by global id. */
@ApplicationScoped
class ChannelNodes implements NodeSource {
    private final ChannelStore store;

    ChannelNodes(ChannelStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return ChannelAccount.TYPE;
    }

    @Override
    public Uni<? extends @Nullable Node> find(Caller caller, UUID id) {
        return store.byId(caller.tenant(), List.of(id)).map(found -> found.isEmpty() ? null : found.get(0));
    }
}
