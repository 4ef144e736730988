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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Valid operations for which there is no plan: nothing is asked, and the client reads why. */
class UnplannableTest {
    private static final Path NODES =
            Path.of("src/test/resources/plan/node-whose-id-each-knows-for-its-own/supergraph.graphqls");
    private static final String BOATS =
            """
            type Query @join__type(graph: A) @join__type(graph: B) { boat: Boat @join__field(graph: A) }
            type Boat @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID! name: String @join__field(graph: B)
            }
            """;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private String ask(String sdl, Duration planBudget, String query) {
        Generation generation = new Generation(
                SupergraphReader.read(sdl),
                new Generation.Manners(true, false, Limits.PUBLIC, planBudget),
                GatewayInMemory.client(vertx, Map.of(), Duration.ofSeconds(1)),
                new PlanWatch(new SimpleMeterRegistry(), Duration.ofSeconds(5)));
        Answer answer = QueryPipeline.run(
                        generation,
                        new GraphqlRequest(query, null, Map.of(), Map.of()),
                        Caller.ANONYMOUS,
                        false,
                        VisitForTests.quiet())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return new String(answer.body().toArray(), StandardCharsets.UTF_8);
    }

    @Test
    void refusesWithACodeOfItsOwnWhatIsNotPlannedInItsBudget() {
        assertThat(ask(Supply.supergraph(BOATS), Duration.ofSeconds(-1), "{ boat { name } }"))
                .startsWith("{\"data\":null,")
                .contains("\"code\":\"MAX_PLAN_TIME_LIMIT\"");
    }

    @Test
    void asksNobodyForAFieldThatEachSubgraphKnowsOfItsOwnTypesOnly() {
        assertThat(ask(Supply.text(NODES), Duration.ofSeconds(10), "{ node(id: \"s1\") { id } }"))
                .startsWith("{\"data\":null,\"errors\":[{")
                .contains("\"code\":\"OPERATION_NOT_ANSWERABLE\"")
                .doesNotContain("SUBGRAPH_UNAVAILABLE");
    }
}
