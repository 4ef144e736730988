package io.tideline.survey.customer;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes over tag intervals, so that answers can be asked of a segment. */
@ApplicationScoped
class TagTold implements FeedHandler {
    private final CustomerStore store;

    TagTold(CustomerStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "tag.interval";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        Map<TagInterval.Key, TagInterval> tags = new LinkedHashMap<>();
        events.stream().map(TagTold::interval).forEach(tag -> tags.put(tag.key(), tag));
        return store.changeTags(transaction, tenant, List.copyOf(tags.values()));
    }

    private static TagInterval interval(FeedEvent event) {
        return new TagInterval(
                event.uuid("customerId"), event.text("tag"), event.instant("from"), event.instantOrNull("until"));
    }
}
