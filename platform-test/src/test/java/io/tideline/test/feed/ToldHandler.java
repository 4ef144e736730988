package io.tideline.test.feed;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Writes down what it is told; an event without text is poison. */
@ApplicationScoped
class ToldHandler implements FeedHandler {
    @Override
    public String type() {
        return "test.told";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        String[] texts = events.stream().map(event -> event.text("text")).toArray(String[]::new);
        return transaction
                .preparedQuery("INSERT INTO told (tenant_id, text) SELECT $1, text FROM unnest($2::text[]) AS text")
                .execute(Tuple.of(tenant, texts))
                .replaceWithVoid();
    }
}
