package io.tideline.gateway.monolith;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.gateway.GatewayInMemory;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Generated worlds, data and questions: the gateway answers as one server over all of it does. A failure prints its
 * seed; {@code -Dsame.answer.seed=SEED -Dsame.answer.count=1} repeats it.
 */
class SameAnswerTest {
    private static final long SEED = Long.getLong("same.answer.seed", 60_000);
    private static final int COUNT = Integer.getInteger("same.answer.count", 2_400);
    /** Seeds known to differ, until they are mended; asked for alone they still fail. */
    private static final Set<Long> OPEN = Set.of();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void answersAsAMonolithDoes() {
        Vertx vertx = Vertx.vertx();
        try (Subgraphs subgraphs = new Subgraphs(vertx)) {
            Comparison comparison =
                    new Comparison(subgraphs, GatewayInMemory.client(vertx, subgraphs.urls(), PATIENCE));

            for (long seed = SEED; seed < SEED + COUNT; seed++) {
                if (COUNT > 1 && OPEN.contains(seed)) {
                    continue;
                }
                assertThat(comparison.difference(seed)).isNull();
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
