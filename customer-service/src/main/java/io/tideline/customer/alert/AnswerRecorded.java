package io.tideline.customer.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.feed.FeedHandler;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A survey was answered, or an answer got a further part. An answer's score never changes, so a second telling of it changes nothing; one that
 * is told before it is known who gave it counts for the organisation, and for the customer when that is known.
 */
@ApplicationScoped
class AnswerRecorded implements FeedHandler {
    private final RaiseAlerts raise;

    AnswerRecorded(RaiseAlerts raise) {
        this.raise = raise;
    }

    @Override
    public String type() {
        return "response.recorded";
    }

    @Override
    public Uni<Void> apply(SqlConnection transaction, String tenant, List<FeedEvent> events) {
        return raise.run(
                transaction,
                tenant,
                events.stream()
                        .map(AnswerRecorded::negative)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Optional<Condition> negative(FeedEvent answer) {
        JsonNode score = answer.data().path("score");
        Instant answeredAt = answer.instant("answeredAt");
        if (!score.isInt() || !NegativeAnswerRule.isRecent(answeredAt, answer.recordedAt())) {
            return Optional.empty();
        }
        return NegativeAnswerRule.judge(answer.text("type"), score.intValue())
                .map(severity -> new Condition(
                        NegativeAnswerRule.KEY, Condition.about(answer), answer.uuid("id"), severity, answeredAt));
    }
}
