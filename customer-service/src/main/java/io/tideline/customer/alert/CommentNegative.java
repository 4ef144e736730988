package io.tideline.customer.alert;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** A comment blames, beside a score that alone would have raised nothing. It counts once with its answer, whichever is told first. */
@ApplicationScoped
class CommentNegative implements FeedHandler {
    private final RaiseAlerts raise;

    CommentNegative(RaiseAlerts raise) {
        this.raise = raise;
    }

    @Override
    public String type() {
        return "comment.negative";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        return raise.run(
                transaction,
                tenant,
                events.stream()
                        .filter(comment -> NegativeAnswerRule.isRecent(answeredAt(comment), comment.recordedAt()))
                        .map(CommentNegative::condition)
                        .toList());
    }

    private static Condition condition(FeedEvent comment) {
        return new Condition(
                NegativeAnswerRule.KEY,
                Condition.about(comment),
                comment.uuid("id"),
                AlertSeverity.ORDINARY,
                answeredAt(comment));
    }

    private static Instant answeredAt(FeedEvent comment) {
        return comment.instant("answeredAt");
    }
}
