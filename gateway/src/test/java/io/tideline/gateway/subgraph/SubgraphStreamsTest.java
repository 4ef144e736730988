package io.tideline.gateway.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.tideline.gateway.subgraph.SubgraphFailure.Kind;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What subscriptions cost a subgraph that is not well, and what it costs them. */
class SubgraphStreamsTest {
    private static final CallTerms.Origin ORIGIN = new CallTerms.Origin("request-1", Context.root());
    private static final int BREAKER_CALLS = 2;
    private static final int STREAMS = 2;
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String ACK = "{\"type\":\"connection_ack\"}";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Consumer<HttpServerRequest> behaviour = request -> {};
    private final HttpServer server = vertx.createHttpServer(
                    new HttpServerOptions().addWebSocketSubProtocol("graphql-transport-ws"))
            .requestHandler(request -> {
                asked.incrementAndGet();
                behaviour.accept(request);
            })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();

    @AfterEach
    void stop() {
        server.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private SubgraphClient client(Duration deadline) {
        SubgraphSettings.Breaker breaker = new SubgraphSettings.Breaker(BREAKER_CALLS, 50, Duration.ofHours(1));
        SubgraphSettings.Bounds bounds =
                new SubgraphSettings.Bounds(deadline, 1_000, 4, 4, STREAMS, deadline, 0, breaker);
        SubgraphSettings settings = new SubgraphSettings(Map.of(), Map.of(), deadline.plusSeconds(20), bounds);
        return new SubgraphClient(
                vertx,
                settings,
                new SimpleMeterRegistry(),
                TracerProvider.noop().get(""));
    }

    /** One subscriber: hears that it was let in by the first event, and how it ended. */
    private final class Subscriber implements SubgraphStreams.Listener {
        final CompletableFuture<Boolean> admitted = new CompletableFuture<>();
        final CompletableFuture<Kind> ended = new CompletableFuture<>();
        final Runnable leaving;

        Subscriber(SubgraphClient client) {
            SubgraphCall.Target target =
                    new SubgraphCall.Target("a", "http://127.0.0.1:" + server.actualPort() + "/graphql");
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            leaving = client.streams()
                    .open(new SubgraphCall(target, body, client.terms("Bearer me", true, ORIGIN), 1), this);
        }

        @Override
        public void next(byte[] answer) {
            admitted.complete(true);
        }

        @Override
        public void ended(@Nullable SubgraphFailure failure) {
            ended.complete(failure == null ? Kind.INVALID : failure.kind());
        }

        Kind end() {
            return ended.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
        }

        boolean isAdmitted() {
            return admitted.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
        }
    }

    private static void welcome(HttpServerRequest request) {
        request.toWebSocket().onSuccess(SubgraphStreamsTest::welcome);
    }

    private static void welcome(ServerWebSocket socket) {
        socket.textMessageHandler(text -> socket.writeTextMessage(
                text.contains("connection_init") ? ACK : "{\"id\":\"1\",\"type\":\"next\",\"payload\":{}}"));
    }

    private static Consumer<HttpServerRequest> refuse(int status) {
        return request -> request.response().setStatusCode(status).end();
    }

    private void failThrice(SubgraphClient client, Kind kind) {
        for (int stream = 0; stream <= BREAKER_CALLS; stream++) {
            assertThat(new Subscriber(client).end()).isIn(kind, Kind.REFUSED);
        }
    }

    @Test
    void leavesASubgraphAloneThatLetsNobodyIn() {
        SubgraphClient client = client(SHORT);
        behaviour = HttpServerRequest::toWebSocket;

        failThrice(client, Kind.LATE);

        assertThat(new Subscriber(client).end()).isEqualTo(Kind.REFUSED);
        assertThat(asked).hasValue(BREAKER_CALLS);
    }

    @Test
    void sharesTheBreakerWithQueries() {
        SubgraphClient client = client(LONG);
        behaviour = refuse(503);

        failThrice(client, Kind.UNREACHABLE);

        SubgraphCall.Target target =
                new SubgraphCall.Target("a", "http://127.0.0.1:" + server.actualPort() + "/graphql");
        assertThat(client.ask(new SubgraphCall(target, new byte[0], client.terms(null, true, ORIGIN), 1))
                        .cause())
                .isInstanceOf(SubgraphFailure.class);
        assertThat(asked).hasValue(BREAKER_CALLS);
    }

    @Test
    void holdsNoCallersTokenAgainstTheOthers() {
        SubgraphClient client = client(LONG);
        behaviour = refuse(401);
        failThrice(client, Kind.REJECTED);
        behaviour = request -> request.toWebSocket().onSuccess(socket -> socket.close((short) 4403));
        failThrice(client, Kind.REJECTED);

        behaviour = SubgraphStreamsTest::welcome;

        assertThat(new Subscriber(client).isAdmitted()).isTrue();
    }

    @Test
    void holdsNothingAgainstItWhenItsClientsLeaveEarly() {
        SubgraphClient client = client(LONG);
        behaviour = HttpServerRequest::toWebSocket;
        for (int stream = 0; stream < 2 * BREAKER_CALLS; stream++) {
            new Subscriber(client).leaving.run();
        }

        behaviour = SubgraphStreamsTest::welcome;

        assertThat(new Subscriber(client).isAdmitted()).isTrue();
    }

    @Test
    void opensOnlySoManyAtOnce() {
        SubgraphClient client = client(LONG);
        behaviour = SubgraphStreamsTest::welcome;
        Subscriber one = new Subscriber(client);
        Subscriber other = new Subscriber(client);
        assertThat(one.isAdmitted() && other.isAdmitted()).isTrue();

        assertThat(new Subscriber(client).end()).isEqualTo(Kind.REFUSED);

        one.leaving.run();
        assertThat(new Subscriber(client).isAdmitted()).isTrue();
    }
}
