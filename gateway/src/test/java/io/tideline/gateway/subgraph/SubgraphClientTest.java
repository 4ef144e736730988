package io.tideline.gateway.subgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.tideline.gateway.RawSubgraph;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubgraphClientTest {
    private static final CallTerms.Origin ORIGIN = new CallTerms.Origin("request-1", Context.root());
    private static final int BREAKER_CALLS = 2;
    private static final Duration CALL = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final RawSubgraph subgraph = new RawSubgraph(vertx).behave(RawSubgraph.json("{}"));
    private final SubgraphClient client = new SubgraphClient(
            vertx,
            settings(CALL.plusSeconds(1)),
            new SimpleMeterRegistry(),
            TracerProvider.noop().get(""));

    private static SubgraphSettings settings(Duration operation) {
        SubgraphSettings.Breaker breaker = new SubgraphSettings.Breaker(BREAKER_CALLS, 50, Duration.ofHours(1));
        SubgraphSettings.Bounds bounds = new SubgraphSettings.Bounds(CALL, 100, 1, 1, 1, CALL, 10, breaker);
        return new SubgraphSettings(Map.of(), Map.of(), operation, bounds);
    }

    @AfterEach
    void stop() {
        subgraph.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private SubgraphCall call(CallTerms terms) {
        return new SubgraphCall(
                new SubgraphCall.Target("a", subgraph.url()), "{}".getBytes(StandardCharsets.UTF_8), terms, 1);
    }

    @Test
    void makesNoCallOnceTheTimeOfTheOperationIsOver() {
        Future<byte[]> late = client.ask(call(new CallTerms(null, true, System.nanoTime() - 1, ORIGIN)));

        assertThat(late.failed()).isTrue();
        assertThat(late.cause()).isInstanceOf(SubgraphFailure.class);
        assertThat(subgraph.asked).isEmpty();
    }

    @Test
    void sharesAQueryUnderWayWithEqualOnesOfTheSameCaller() {
        Future<byte[]> one = client.ask(call(client.terms("Bearer a", true, ORIGIN)));
        Future<byte[]> same = client.ask(call(client.terms("Bearer a", true, ORIGIN)));
        Future<byte[]> other = client.ask(call(client.terms("Bearer b", true, ORIGIN)));

        assertThat(same).isSameAs(one).isNotSameAs(other);
        Future.join(one, other).toCompletionStage().toCompletableFuture().join();
        assertThat(subgraph.asked).hasSize(2);
    }

    @Test
    void joinsNoCallThatIsGivenUpMuchEarlier() {
        subgraph.behave(socket -> {});

        Future<byte[]> hurried = client.ask(call(hurried()));
        Future<byte[]> patient = client.ask(call(client.terms("Bearer a", true, ORIGIN)));

        assertThat(patient).isNotSameAs(hurried);
    }

    @Test
    void holdsNothingAgainstASubgraphThatWasNotGivenItsTime() {
        subgraph.behave(socket -> {});
        for (int call = 0; call < 2 * BREAKER_CALLS; call++) {
            assertThat(ended(client.ask(call(hurried()))).failed()).isTrue();
        }
        subgraph.behave(RawSubgraph.json("{}"));

        assertThat(ended(client.ask(call(client.terms("Bearer a", true, ORIGIN))))
                        .succeeded())
                .isTrue();
    }

    /** The terms of an operation that is nearly over. */
    private static CallTerms hurried() {
        return new CallTerms("Bearer a", true, System.nanoTime() + 100_000_000, ORIGIN);
    }

    private static Future<byte[]> ended(Future<byte[]> future) {
        Future.join(List.of(future))
                .otherwiseEmpty()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return future;
    }

    @Test
    void givesOneCallLessTimeThanTheOperation() {
        assertThatThrownBy(() -> settings(CALL)).isInstanceOf(IllegalArgumentException.class);
    }
}
