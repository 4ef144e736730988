package io.tideline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.tideline.gateway.GatewayInMemory;
import io.tideline.gateway.Supply;
import io.tideline.gateway.access.Caller;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.supergraph.SupergraphReader;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose names become tags of metrics. */
class VisitsTest {
    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Visits visits = new Visits(VisitForTests.untraced(), meters);

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void ask(boolean open, Caller caller, String name) {
        Generation generation = new Generation(
                SupergraphReader.read(Supply.supergraph("type Query @join__type(graph: A) { tide: String }")),
                new Generation.Manners(open, false, Limits.PUBLIC, Duration.ofSeconds(10)),
                GatewayInMemory.client(vertx, Map.of(), Duration.ofSeconds(1)),
                new PlanWatch(new SimpleMeterRegistry(), Duration.ofSeconds(5)));
        Visit visit = new Visit(TracerProvider.noop().get(""), Context.root(), "request-1", name);
        GraphqlRequest request = new GraphqlRequest("query " + name + " { __typename }", null, Map.of(), Map.of());
        QueryPipeline.run(generation, request, caller, false, visit)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        visits.end(visit);
    }

    private List<String> tags(String meter, String tag) {
        return meters.find(meter).meters().stream()
                .map(Meter::getId)
                .map(id -> Objects.requireNonNull(id.getTag(tag)))
                .toList();
    }

    @Test
    void callersWithoutATokenNameNothing() {
        ask(false, Caller.ANONYMOUS, "Junk");
        ask(false, new Caller(true, Set.of(), "Bearer me"), "Board");

        assertThat(tags("tideline.gateway.operation", "operation")).containsExactlyInAnyOrder("other", "Board");
        assertThat(tags("tideline.gateway.client", "client")).containsExactlyInAnyOrder("other", "Board");
    }

    @Test
    void whereNobodyIsAskedAllName() {
        ask(true, Caller.ANONYMOUS, "Tool");

        assertThat(tags("tideline.gateway.operation", "operation")).containsExactly("Tool");
    }
}
