package io.tideline.customer.alert;

import io.smallrye.mutiny.Uni;
import io.tideline.customer.Api;
import io.tideline.platform.feed.FeedApplier;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells this service of answers as the survey service's feed would. */
@ApplicationScoped
public class SurveyForTests {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FeedApplier applier;

    SurveyForTests(FeedApplier applier) {
        this.applier = applier;
    }

    /** An answer of five steps that was just given; {@code response} names it. */
    static FeedEvent answer(String tenant, String customer, String response, int score) {
        return answer(tenant, customer, response, String.valueOf(score), Instant.now());
    }

    /** A telling of an answer; customer and score are null where they are not known. */
    static FeedEvent answer(
            String tenant, @Nullable String customer, String response, @Nullable String score, Instant answeredAt) {
        String id = customer == null ? "null" : "\"" + Ids.uuid(tenant, "customer", customer) + "\"";
        UUID answer = Ids.uuid(tenant, "response", response);
        String data = "{\"id\":\"" + answer + "\",\"survey\":\"s\",\"type\":\"csat.5\",\"customerId\":" + id
                + ",\"score\":" + score + ",\"answeredAt\":\"" + answeredAt + "\"}";
        return new FeedEvent(
                "1-1",
                UUID.randomUUID(),
                tenant,
                "response.recorded",
                answer.toString(),
                1,
                answeredAt,
                Instant.now(),
                Api.json(data));
    }

    /** A telling that a comment blames; customer is null where it is not known. */
    static FeedEvent blame(String tenant, @Nullable String customer, String response, Instant answeredAt) {
        String about = customer == null ? "null" : "\"" + Ids.uuid(tenant, "customer", customer) + "\"";
        UUID answer = Ids.uuid(tenant, "response", response);
        return new FeedEvent(
                "1-1",
                UUID.randomUUID(),
                tenant,
                "comment.negative",
                answer.toString(),
                1,
                answeredAt,
                Instant.now(),
                Api.json("{\"id\":\"" + answer + "\",\"customerId\":" + about + ",\"answeredAt\":\"" + answeredAt
                        + "\"}"));
    }

    void tell(FeedEvent... events) {
        applier.apply("survey", List.of(events)).await().atMost(PATIENCE);
    }

    /** Tells of each event by itself and of all at once, as several replicas hear of them. */
    void tellAtOnce(List<FeedEvent> events) {
        List<Uni<Void>> told = IntStream.range(0, events.size())
                .mapToObj(number -> applier.apply("survey-" + number, List.of(events.get(number))))
                .toList();
        Uni.combine().all().unis(told).discardItems().await().atMost(PATIENCE);
    }
}
