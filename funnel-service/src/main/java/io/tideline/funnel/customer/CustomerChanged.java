package io.tideline.funnel.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps the copy of customer dimensions. */
@ApplicationScoped
class CustomerChanged implements FeedHandler {
    private final CustomerStore store;
    private final KnownCustomers known;

    CustomerChanged(CustomerStore store, KnownCustomers known) {
        this.store = store;
        this.known = known;
    }

    @Override
    public String type() {
        return "customer.changed";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        return known.withoutErased(transaction, tenant, events, event -> event.uuid("id"))
                .flatMap(left -> change(transaction, tenant, left));
    }

    private Uni<Void> change(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        List<CustomerChange> told = events.stream()
                .map(CustomerChange::of)
                .sorted(Comparator.comparing(CustomerChange::at))
                .toList();
        Map<UUID, CustomerChange> last = new LinkedHashMap<>();
        told.forEach(change -> last.put(change.id(), change));
        List<CustomerChange> changes = List.copyOf(last.values());
        return store.noteValues(transaction, tenant, values(told))
                .flatMap(noted -> store.endCare(transaction, tenant, told))
                .flatMap(ended -> store.change(transaction, tenant, changes))
                .flatMap(changed -> store.name(transaction, tenant, labels(told)));
    }

    private static Collection<DimensionValue> values(List<CustomerChange> changes) {
        Map<DimensionValue.Time, DimensionValue> values = new LinkedHashMap<>();
        changes.stream().flatMap(change -> change.values().stream()).forEach(value -> values.put(value.time(), value));
        return values.values();
    }

    private static Collection<Label> labels(List<CustomerChange> changes) {
        Map<UUID, Label> labels = new LinkedHashMap<>();
        changes.stream().flatMap(CustomerChange::labels).forEach(label -> labels.put(label.id(), label));
        return labels.values();
    }
}
