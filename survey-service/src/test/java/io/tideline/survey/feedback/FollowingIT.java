package io.tideline.survey.feedback;

import static io.tideline.survey.ServiceForTests.answer;
import static io.tideline.survey.ServiceForTests.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Multi;
import io.tideline.platform.sql.Database;
import io.tideline.test.ServiceTestResource;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The service follows its own facts from its start on, as it does where it is run. */
@QuarkusTest
@TestProfile(FollowingIT.Following.class)
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class FollowingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Database database;

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

        Optional<String> read = Multi.createBy()
                .repeating()
                .uni(() -> database.query(
                                "follow",
                                "SELECT feeling FROM comment_feeling WHERE tenant_id = $1 AND feeling IS NOT NULL",
                                Tuple.of("follow"))
                        .map(rows -> rows.size() == 0
                                ? Optional.<String>empty()
                                : Optional.of(rows.iterator().next().getString("feeling"))))
                .withDelay(Duration.ofMillis(50))
                .indefinitely()
                .filter(Optional::isPresent)
                .toUni()
                .await()
                .atMost(PATIENCE);

        assertThat(read).contains("NEGATIVE");
    }
}
