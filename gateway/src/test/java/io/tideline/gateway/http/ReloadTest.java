package io.tideline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.tideline.gateway.Supply;
import io.tideline.gateway.access.Caller;
import io.tideline.gateway.operation.GraphqlRequest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Supergraphs change while queries are under way. */
class ReloadTest {
    private static final int RELOADS = 10_000;
    private static final int WARM = 1_000;
    private static final int UNDER_WAY = 8;
    private static final long HEAP_ROOM = 8L << 20;
    private static final String TYPES =
            """
            type Query @join__type(graph: A) @join__type(graph: B) { ship: Ship @join__field(graph: A) }
            type Ship @join__type(graph: A, key: "imo") @join__type(graph: B, key: "imo") {
              imo: ID! name: String @join__field(graph: A) %s
            }
            """;

    private final Vertx vertx = Vertx.vertx();
    private final Deque<Future<Answer>> underWay = new ArrayDeque<>();
    private int answered;

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void answersEveryRequestWhileSupergraphsChange() throws IOException {
        Path one = write("one", TYPES.formatted(""));
        Path other = write("other", TYPES.formatted("flag: String @join__field(graph: B)"));
        Path bad = write("bad", TYPES.formatted("home: Port"));
        Supergraphs supergraphs = supergraphs(one);
        long early = 0;
        for (int turn = 1; turn <= RELOADS; turn++) {
            ask(supergraphs.current());
            assertThat(supergraphs.swap(turn % 2 == 0 ? one : other)).isTrue();
            if (turn % WARM == 0) {
                refuse(supergraphs, bad);
            }
            if (turn == WARM) {
                early = heap();
            }
        }
        while (!underWay.isEmpty()) {
            check(underWay.removeFirst());
        }

        long late = heap();
        System.out.printf("heap after %d reloads %d KiB, after %d %d KiB%n", WARM, early >> 10, RELOADS, late >> 10);
        assertThat(answered).isEqualTo(RELOADS);
        assertThat(late).isLessThan(early + HEAP_ROOM);
    }

    private static void refuse(Supergraphs supergraphs, Path bad) {
        Generation before = supergraphs.current();

        assertThat(supergraphs.swap(bad)).isFalse();

        assertThat(supergraphs.current()).isSameAs(before);
        assertThat(supergraphs.refused()).contains("Ship.home has the unknown type Port (line");
    }

    private void ask(Generation generation) {
        GraphqlRequest request = new GraphqlRequest("{ ship { name } }", null, Map.of(), Map.of());
        underWay.add(QueryPipeline.run(generation, request, Caller.ANONYMOUS, false, VisitForTests.quiet()));
        if (underWay.size() >= UNDER_WAY) {
            check(underWay.removeFirst());
        }
    }

    private void check(Future<Answer> future) {
        Answer answer = future.toCompletionStage().toCompletableFuture().join();
        assertThat(new String(answer.body().toArray(), StandardCharsets.UTF_8))
                .isEqualTo("{\"data\":{\"ship\":{\"name\":\"Ida\"}}}");
        answered++;
    }

    private Path write(String name, String types) throws IOException {
        return Files.writeString(folder.resolve(name), Supply.supergraph(types));
    }

    private Supergraphs supergraphs(Path first) {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end("{\"data\":{\"ship\":{\"name\":\"Ida\"}}}"))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        GatewaySettings settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(GatewaySettings.class)
                .withDefaultValue("tideline.gateway.subgraphs.a", "http://127.0.0.1:" + server.actualPort() + "/")
                .withDefaultValue("tideline.gateway.watch-interval", "1h")
                .build()
                .getConfigMapping(GatewaySettings.class);
        Supergraphs supergraphs = new Supergraphs(
                vertx,
                settings,
                new SimpleMeterRegistry(),
                VisitForTests.untraced(),
                Optional.of(first.toString()),
                "none");
        supergraphs.begin();
        return supergraphs;
    }

    /** What is in use after a collection, in bytes. */
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
