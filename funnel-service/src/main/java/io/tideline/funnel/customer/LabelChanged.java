package io.tideline.funnel.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps the names that groups are labelled with. */
@ApplicationScoped
class LabelChanged implements FeedHandler {
    private final CustomerStore store;

    LabelChanged(CustomerStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "label.changed";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        Map<UUID, Label> last = new LinkedHashMap<>();
        events.stream().map(LabelChanged::label).forEach(label -> last.put(label.id(), label));
        return store.name(transaction, tenant, last.values());
    }

    private static Label label(FeedEvent event) {
        return new Label(
                Label.Kind.valueOf(event.text("kind")),
                event.uuid("id"),
                event.text("externalId"),
                event.textOrNull("name"));
    }
}
