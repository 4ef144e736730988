package io.tideline.survey.followup;

import io.smallrye.mutiny.Uni;
import io.tideline.platform.feed.Outbox;
import io.tideline.platform.feed.OutboxEvent;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens a follow-up for each answer that calls for one, once, and tells those whose scores do not already raise an alert. Where it is not known who
 * answered it is the organisation's, and becomes the customer's when that is known.
 */
@ApplicationScoped
public class OpenFollowUps {
    private static final String EVENT = "comment.negative";

    private final FollowUpWrites writes;
    private final Outbox outbox;

    OpenFollowUps(FollowUpWrites writes, Outbox outbox) {
        this.writes = writes;
        this.outbox = outbox;
    }

    /** Of answers by their local ids, whose comments and texts were read before. */
    public Uni<Void> run(SqlConnection transaction, String tenant, List<UUID> responses) {
        return writes.negative(transaction, tenant, responses)
                .flatMap(negative -> negative.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : writes.open(transaction, tenant, negative)
                                .flatMap(opened -> outbox.append(transaction, tenant, told(negative))));
    }

    /** A bad score was told with the answer itself. */
    private static List<OutboxEvent> told(List<JudgedAnswer> negative) {
        return negative.stream()
                .filter(answer -> answer.reason() == FollowUpReason.NEGATIVE_COMMENT)
                .map(OpenFollowUps::told)
                .toList();
    }

    /** It is told again when it is known by whom. */
    private static OutboxEvent told(JudgedAnswer answer) {
        String response = answer.response().toString();
        String name = EVENT + " " + response + (answer.isOfNobody() ? " nobody" : "");
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("id", response);
        data.put("customerId", answer.isOfNobody() ? null : answer.customer().toString());
        data.put("answeredAt", answer.answeredAt().toString());
        return new OutboxEvent(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                EVENT,
                response,
                answer.answeredAt(),
                data);
    }
}
