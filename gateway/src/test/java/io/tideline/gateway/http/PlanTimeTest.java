package io.tideline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tideline.gateway.GatewayInMemory;
import io.tideline.gateway.Supply;
import io.tideline.gateway.access.Caller;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.supergraph.SupergraphReader;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTimeTest {
    @Test
    void refusesWithACodeOfItsOwnWhatIsNotPlannedInItsBudget() {
        Vertx vertx = Vertx.vertx();
        Generation generation = new Generation(
                SupergraphReader.read(
                        Supply.supergraph(
                                """
                        type Query @join__type(graph: A) @join__type(graph: B) { boat: Boat @join__field(graph: A) }
                        type Boat @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
                          id: ID! name: String @join__field(graph: B)
                        }
                        """)),
                new Generation.Manners(true, false, Limits.PUBLIC, Duration.ofSeconds(-1)),
                GatewayInMemory.client(vertx, Map.of(), Duration.ofSeconds(1)),
                new PlanWatch(new SimpleMeterRegistry(), Duration.ofSeconds(5)));

        Answer answer = QueryPipeline.run(
                        generation,
                        new GraphqlRequest("{ boat { name } }", null, Map.of(), Map.of()),
                        Caller.ANONYMOUS,
                        false,
                        VisitForTests.quiet())
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        assertThat(new String(answer.body().toArray(), StandardCharsets.UTF_8))
                .startsWith("{\"data\":null,")
                .contains("\"code\":\"MAX_PLAN_TIME_LIMIT\"");
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
