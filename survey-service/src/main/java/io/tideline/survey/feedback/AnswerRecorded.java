package io.tideline.survey.feedback;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.tideline.survey.followup.OpenFollowUps;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * An answer was stored, or got a further part: what was written with it is read, which may call for somebody to see to the customer. Neither score
 * nor comment nor a text to a question ever change once they are given.
 */
@ApplicationScoped
class AnswerRecorded implements FeedHandler {
    private final ReadComments read;
    private final OpenFollowUps open;

    AnswerRecorded(ReadComments read, OpenFollowUps open) {
        this.read = read;
        this.open = open;
    }

    @Override
    public String type() {
        return "response.recorded";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        List<UUID> responses =
                events.stream().map(event -> event.uuid("id")).distinct().toList();
        return read.run(transaction, tenant, responses).flatMap(done -> open.run(transaction, tenant, responses));
    }
}
