package io.tideline.platform.feed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * What a service does with facts of one type. The call runs inside the transaction that also notes the events as applied, so its effect happens
 * exactly once; a failure undoes all of it.
 */
public interface FeedHandler {
    /** The event type, such as {@code customer.changed}. */
    String type();

    /** Applies events of this type and of one tenant, in the order they were committed. */
    Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events);
}
