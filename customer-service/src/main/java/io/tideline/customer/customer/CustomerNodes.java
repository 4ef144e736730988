package io.tideline.customer.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.node.Node;
import io.tideline.customer.node.NodeSource;
import io.tideline.platform.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers by global id. */
@ApplicationScoped
class CustomerNodes implements NodeSource {
    private final CustomerStore store;

    CustomerNodes(CustomerStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return Customer.TYPE;
    }

    @Override
    public Uni<? extends @Nullable Node> find(Caller caller, UUID id) {
        return store.byId(caller, List.of(id)).map(found -> found.get(id));
    }
}
