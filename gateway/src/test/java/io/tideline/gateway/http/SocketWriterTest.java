package io.tideline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketWriterTest {
    private static final String PAGE = "x".repeat(32_000);

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final HttpServer server = done(vertx.createHttpServer()
            .requestHandler(request -> request.toWebSocket().onSuccess(socket -> {
                if (socket.path().equals("/full")) {
                    fill(socket);
                } else {
                    socket.textMessageHandler(socket::writeTextMessage);
                }
            }))
            .listen(0, "127.0.0.1"));

    @AfterEach
    void stop() {
        done(vertx.close());
    }

    private static <T> T done(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    /** Writes until the client has not taken it, then has two operations wait. */
    private void fill(ServerWebSocket socket) {
        SocketWriter writer = new SocketWriter(socket);
        socket.textMessageHandler(seen::add);
        vertx.setPeriodic(1, timer -> {
            if (!writer.isFull()) {
                writer.write(PAGE);
                return;
            }
            vertx.cancelTimer(timer);
            writer.onRoom(() -> seen.add("one goes on"));
            writer.onRoom(() -> seen.add("the other goes on"));
            seen.add("full");
        });
    }

    private WebSocket connect(String path) {
        return done(vertx.createWebSocketClient().connect(server.actualPort(), "127.0.0.1", path));
    }

    private String next() {
        try {
            return String.valueOf(seen.poll(20, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void readsNothingFromAClientThatDoesNotReadAndGoesOnWithAllWhenItDoes() {
        WebSocket client = connect("/full");
        client.pause();
        List<String> order = new ArrayList<>(List.of(next()));

        done(client.writeTextMessage("more"));
        BlockingQueue<String> echoed = new LinkedBlockingQueue<>();
        WebSocket other = connect("/echo");
        other.textMessageHandler(echoed::add);
        other.writeTextMessage("later");
        assertThat(done(vertx.executeBlocking(() -> String.valueOf(echoed.poll(20, TimeUnit.SECONDS)))))
                .isEqualTo("later");
        client.resume();

        order.addAll(List.of(next(), next(), next()));
        assertThat(order).containsExactly("full", "one goes on", "the other goes on", "more");
    }
}
