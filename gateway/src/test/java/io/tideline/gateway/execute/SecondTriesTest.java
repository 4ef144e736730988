package io.tideline.gateway.execute;

import static io.tideline.gateway.RawSubgraph.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tideline.gateway.GatewayInMemory;
import io.tideline.gateway.RawSubgraph;
import io.tideline.gateway.Supply;
import io.tideline.gateway.subgraph.SubgraphSettings;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked again of a subgraph that hung up, and how often. */
class SecondTriesTest {
    private static final String SHIPS =
            """
            type Query @join__type(graph: B) { ship: Ship }
            type Mutation @join__type(graph: B) { sail: Ship }
            type Ship @join__type(graph: B) { name: String }
            """;
    private static final String QUERY = "{ ship { name } }";
    private static final String SHIP = "{\"data\":{\"ship\":{\"name\":\"Ida\"}}}";
    private static final int PERCENT = 10;

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RawSubgraph ill = new RawSubgraph(vertx);
    private final GatewayInMemory gateway = new GatewayInMemory(
            Supply.supergraph(SHIPS), null, GatewayInMemory.client(vertx, Map.of("b", ill.url()), bounds(), meters));

    private static SubgraphSettings.Bounds bounds() {
        Duration patience = Duration.ofSeconds(20);
        SubgraphSettings.Breaker never = new SubgraphSettings.Breaker(1_000, 50, Duration.ofHours(1));
        return new SubgraphSettings.Bounds(patience, 4_096, 4, 4, 4, patience, PERCENT, never);
    }

    @AfterEach
    void stop() {
        ill.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void asksAQueryTwiceAndAMutationOnce() {
        ill.behave(socket -> {
            ill.behave(json(SHIP));
            socket.close();
        });
        assertThat(gateway.ask(QUERY)).isEqualTo(SHIP);
        assertThat(ill.asked).hasSize(2);
        assertThat(retries("tried")).isEqualTo(1);

        ill.behave(NetSocket::close);
        assertThat(gateway.ask("mutation { sail { name } }")).contains("SUBGRAPH_UNAVAILABLE");
        assertThat(ill.asked).hasSize(3);
    }

    private double retries(String outcome) {
        return meters.get("tideline.gateway.subgraph.retries")
                .tags("subgraph", "b", "outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void triesAgainNoMoreThanItsBudget() {
        ill.behave(NetSocket::close);

        for (int call = 0; call < 100; call++) {
            gateway.ask(QUERY);
        }

        assertThat(retries("tried")).isBetween(10.0, 20.0);
        assertThat(ill.asked).hasSize(100 + (int) retries("tried"));
        assertThat(retries("over-budget")).isEqualTo(100 - retries("tried"));
    }
}
