package io.tideline.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A socket to the service under test as the gateway opens it, and what it hears. */
public final class GraphqlSocket implements WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONG_SECONDS = 20;
    private static final int MOST_TRIES = 1000;

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    /** @param headers those of {@link GraphqlClient#socketHeaders}, or some of them */
    public GraphqlSocket(Map<String, String> headers) {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("graphql-transport-ws");
        headers.forEach(builder::header);
        socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + RestAssured.port + "/graphql"), this)
                .join();
    }

    public static GraphqlSocket subscribed(GraphqlClient caller, String query) {
        GraphqlSocket socket = new GraphqlSocket(caller.socketHeaders());
        socket.send(Map.of("type", "connection_init"));
        assertThat(socket.next().get("type").asText()).isEqualTo("connection_ack");
        socket.send(Map.of("id", "1", "type", "subscribe", "payload", Map.of("query", query)));
        return socket;
    }

    /** The next message; fails where none comes. */
    public JsonNode next() {
        try {
            JsonNode message = heard.poll(LONG_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing was heard");
            }
            return message;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** The {@code data} of the next event, which must have no errors. */
    public JsonNode data() {
        JsonNode message = next();
        assertThat(message.path("type").asText()).as(message.toString()).isEqualTo("next");
        assertThat(message.at("/payload/errors").isMissingNode()
                        || message.at("/payload/errors").isNull())
                .as(message.toString())
                .isTrue();
        return message.at("/payload/data");
    }

    /** Repeats a deed until something is heard: nothing tells when a subscription stands. */
    public void repeatUntilHeard(Runnable deed) {
        for (int tries = 0; heard.isEmpty(); tries++) {
            assertThat(tries).as("times it was done").isLessThan(MOST_TRIES);
            deed.run();
        }
    }

    private void send(Map<String, ?> message) {
        try {
            socket.sendText(JSON.writeValueAsString(message), true).join();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                JsonNode message = JSON.readTree(partial.toString());
                partial.setLength(0);
                if (!message.path("type").asText().equals("ping")) {
                    heard.add(message);
                }
            } catch (JsonProcessingException noJson) {
                throw new IllegalStateException(noJson);
            }
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }
}
