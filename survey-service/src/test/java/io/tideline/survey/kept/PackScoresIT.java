package io.tideline.survey.kept;

import static io.tideline.survey.ServiceForTests.ingest;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.tideline.platform.sql.Database;
import io.tideline.test.ServiceTestResource;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is stored is filled and packed without anybody's asking. */
@QuarkusTest
@WithTestResource(value = ServiceTestResource.class, initArgs = @ResourceArg(name = "name", value = "survey"))
class PackScoresIT {
    private static final String TENANT = "packs";
    private static final int ANSWERS = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String KEPT =
            "SELECT coalesce(sum(facts), 0)::bigint AS facts FROM score_cell WHERE tenant_id = $1 AND cut = 'MARKET'";

    @Inject
    Database database;

    @Test
    void fillsFirstAndPacksWhatComesLater() {
        give("a");
        long filled = kept(ANSWERS);
        give("b");
        long packed = kept(2 * ANSWERS);

        assertThat(filled).isEqualTo(ANSWERS);
        assertThat(packed).isEqualTo(2 * ANSWERS);
    }

    private static void give(String name) {
        ingest(
                TENANT,
                "responses",
                IntStream.range(0, ANSWERS)
                        .mapToObj(number -> Map.of(
                                "survey",
                                "s",
                                "response",
                                name + number,
                                "type",
                                "csat.5",
                                "score",
                                4,
                                "customer",
                                "c" + number % 9,
                                "at",
                                "2026-02-03T10:00:00Z"))
                        .toList());
    }

    /** What the cells hold once they hold so much. */
    private long kept(long wanted) {
        return Multi.createBy()
                .repeating()
                .uni(() -> database.query(TENANT, KEPT, Tuple.of(TENANT))
                        .map(rows -> rows.iterator().next().getLong("facts")))
                .withDelay(Duration.ofMillis(50))
                .indefinitely()
                .filter(facts -> facts >= wanted)
                .toUni()
                .await()
                .atMost(PATIENCE);
    }
}
