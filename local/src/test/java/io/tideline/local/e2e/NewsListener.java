package io.tideline.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.local.platform.Json;
import io.tideline.local.platform.Part;
import io.tideline.local.platform.Platform;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A user who subscribes at the gateway, and what the gateway tells. */
final class NewsListener implements AutoCloseable {
    private static final String DATA = "data: {";
    static final int MOST_TRIES = 60;

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private @Nullable Runnable leave;

    /** How the news travel. */
    enum Transport {
        SERVER_SENT_EVENTS,
        WEB_SOCKET
    }

    private NewsListener() {}

    static NewsListener of(Transport transport, Platform platform, String user, String subscription) {
        NewsListener listener = new NewsListener();
        switch (transport) {
            case SERVER_SENT_EVENTS -> listener.listen(platform, user, subscription);
            case WEB_SOCKET -> listener.connect(platform, user, subscription);
        }
        return listener;
    }

    /**
     * Does something until an event comes and gives its data: nothing tells when a subscription stands.
     *
     * @param deed is told how often it was done before
     */
    JsonNode after(IntConsumer deed) throws InterruptedException {
        JsonNode event = null;
        for (int tries = 0; event == null; tries++) {
            assertThat(tries).as("times it was done").isLessThan(MOST_TRIES);
            deed.accept(tries);
            event = heard.poll(2, TimeUnit.SECONDS);
        }
        assertThat(event.path("errors").isMissingNode()).as(event.toString()).isTrue();
        return event.get("data");
    }

    @Override
    public void close() {
        if (leave != null) {
            leave.run();
        }
    }

    private void listen(Platform platform, String user, String subscription) {
        HttpRequest request = HttpRequest.newBuilder(platform.url(Part.GATEWAY, "/graphql"))
                .header("Authorization", "Bearer " + platform.token(user))
                .header("Accept", "text/event-stream")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.print(Map.of("query", subscription))))
                .build();
        CompletableFuture<HttpResponse<Void>> stream =
                platform.http().sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new Lines()));
        leave = () -> stream.cancel(true);
    }

    private void connect(Platform platform, String user, String subscription) {
        URI address =
                URI.create(platform.url(Part.GATEWAY, "/graphql").toString().replace("http", "ws"));
        WebSocket socket = platform.http()
                .newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(address, new Messages(subscription))
                .join();
        leave = socket::abort;
        Map<String, ?> login = Map.of("Authorization", "Bearer " + platform.token(user));
        socket.sendText(Json.print(Map.of("type", "connection_init", "payload", login)), true)
                .join();
    }

    private final class Lines implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription opened) {
            opened.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith(DATA)) {
                heard.add(Json.parse(line.substring(DATA.length() - 1)));
            }
        }

        @Override
        public void onError(Throwable broken) {}

        @Override
        public void onComplete() {}
    }

    private final class Messages implements WebSocket.Listener {
        private final StringBuilder partial = new StringBuilder();
        private final String subscription;

        Messages(String subscription) {
            this.subscription = subscription;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            socket.request(1);
            if (!last) {
                return CompletableFuture.completedFuture(null);
            }
            JsonNode message = Json.parse(partial.toString());
            partial.setLength(0);
            return take(socket, message);
        }

        private CompletionStage<?> take(WebSocket socket, JsonNode message) {
            switch (message.path("type").asText()) {
                case "connection_ack" -> {
                    Map<String, ?> question = Map.of("query", subscription);
                    return socket.sendText(
                            Json.print(Map.of("id", "1", "type", "subscribe", "payload", question)), true);
                }
                case "next" -> heard.add(message.get("payload"));
                case "error", "complete" -> heard.add(Json.parse("{\"errors\":" + message + "}"));
                default -> {
                    // Pings need no answer within the time of a test.
                }
            }
            return CompletableFuture.completedFuture(null);
        }
    }
}
