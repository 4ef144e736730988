package io.tideline.survey.feedback;

import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.as;
import static io.tideline.survey.ServiceForTests.ingest;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Multi;
import io.tideline.platform.graph.GlobalId;
import io.tideline.platform.sql.Database;
import io.tideline.survey.FeedForTests;
import io.tideline.test.ServiceTestResource;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The service follows its own facts from its start on, as it does where it is run. */
@QuarkusTest
@TestProfile(FollowingIT.Following.class)
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class FollowingIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Database database;

    @Inject
    FeedForTests feed;

    /** What the production profile says. */
    public static class Following implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tideline.feed.own", "true", "tideline.feed.own-pause", "20ms");
        }
    }

    @Test
    void readsCommentsByItself() {
        String key = publish("follow", "follow", "csat.5");
        answer(Map.of("survey", key, "response", "r1", "score", 2, "comment", "退款太慢"));

        assertThat(first("SELECT feeling AS found FROM comment_feeling WHERE tenant_id = $1 AND feeling IS NOT NULL"))
                .isEqualTo("NEGATIVE");
    }

    /** SV-25: the case of a detractor is there within a minute, whoever asks for nothing. */
    @Test
    void opensACaseByItself() {
        feed.tell(
                "2025-01-01T00:00:00Z",
                "follow-case",
                "label.changed",
                FeedForTests.agent("follow-case", "anna", "north"));
        feed.tell(
                "2025-01-01T00:00:00Z",
                "follow-case",
                "customer.changed",
                FeedForTests.customer("follow-case", "c1", "anna", "north"));
        Map<String, Object> row =
                new HashMap<>(Map.of("survey", "nps", "type", "nps.0_10", "response", "a", "score", 2));
        row.putAll(Map.of(
                "customer", "c1", "comment", "Terrible", "at", Instant.now().toString()));
        ingest("follow-case", "responses", List.of(row));

        String response = first("SELECT response_id::text AS found FROM follow_up WHERE tenant_id = $1", "follow-case");
        JsonNode found = as("follow-case", "admin")
                .data("{ followUpCases { edges { node { id owner reason openedAt dueAt } } } }")
                .at("/followUpCases/edges/0/node");

        assertThat(found.get("id").asText()).isEqualTo(GlobalId.of("FollowUpCase", UUID.fromString(response)));
        assertThat(found.get("owner").asText()).isEqualTo("anna");
        assertThat(found.get("reason").asText()).isEqualTo("DETRACTOR");
        assertThat(Instant.parse(found.get("openedAt").asText()).plus(Duration.ofHours(24)))
                .isEqualTo(Instant.parse(found.get("dueAt").asText()));
    }

    private String first(String statement) {
        return first(statement, "follow");
    }

    /** What a statement finds as soon as it finds anything. */
    private String first(String statement, String tenant) {
        return Multi.createBy()
                .repeating()
                .uni(() -> database.query(tenant, statement, Tuple.of(tenant))
                        .map(rows -> rows.size() == 0
                                ? Optional.<String>empty()
                                : Optional.of(rows.iterator().next().getString("found"))))
                .withDelay(Duration.ofMillis(50))
                .indefinitely()
                .filter(Optional::isPresent)
                .toUni()
                .await()
                .atMost(PATIENCE)
                .orElseThrow();
    }
}
