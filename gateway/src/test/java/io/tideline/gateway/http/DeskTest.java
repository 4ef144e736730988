package io.tideline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tideline.gateway.GatewayInMemory;
import io.tideline.gateway.Supply;
import io.tideline.gateway.access.Caller;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.supergraph.SupergraphReader;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is remembered of operations, and that it cannot fill the heap. */
class DeskTest {
    private final Vertx vertx = Vertx.vertx();
    private final Desk desk = new Generation(
                    SupergraphReader.read(
                            Supply.supergraph("type Query @join__type(graph: A) { tide(at: String): String }")),
                    new Generation.Manners(true, false, Limits.PUBLIC, Duration.ofSeconds(10)),
                    GatewayInMemory.client(vertx, Map.of(), Duration.ofSeconds(1)),
                    new PlanWatch(new SimpleMeterRegistry(), Duration.ofSeconds(5)))
            .desk(Caller.ANONYMOUS);

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Operation read(String query) {
        return desk.reader().read(new GraphqlRequest(query, null, Map.of(), Map.of()));
    }

    @Test
    void readsAndPlansAnOperationOnce() {
        Operation read = read("{ tide }");

        assertThat(read("{ tide }")).isSameAs(read);
        assertThat(desk.prepare(read("query Same { tide }"))).isSameAs(desk.prepare(read));
    }

    @Test
    void remembersNoTextThatIsMostlyPadding() {
        String query = "{ tide }" + " ".repeat(20_000);

        assertThat(read(query)).isNotSameAs(read(query));
    }

    @Test
    void remembersNoPlanOfAnOperationThatIsLong() {
        Operation read = read("{ tide(at: \"" + "x".repeat(20_000) + "\") }");

        assertThat(desk.prepare(read)).isNotSameAs(desk.prepare(read));
    }
}
