package io.tideline.gateway;

import io.tideline.platform.access.GatewayAssertion;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Subscriptions of a fake subgraph over graphql-transport-ws. The argument {@code count} says what happens: so many
 * events and the end, -1 for silence, -2 for events as fast as they are taken, -3 for an error, -4 for an event and a
 * connection that breaks, -5 for an event and silence. It lets nobody in but a gateway that has signed for the caller.
 */
final class FakeStreams {
    private static final Pattern ASKED = Pattern.compile("(\\w+)\\(count:(-?\\d+)(?:,name:\"(\\w+)\")?\\)");
    private static final GatewayAssertion GATEWAY =
            new GatewayAssertion("a", Base64.getEncoder().encodeToString(new byte[32]));

    private final Vertx vertx;
    private final Map<String, HttpServerRequest> waiting = new HashMap<>();
    private final Map<String, Boolean> left = new HashMap<>();

    FakeStreams(Vertx vertx) {
        this.vertx = vertx;
    }

    void accept(ServerWebSocket socket) {
        String assertion = String.valueOf(socket.headers().get(GatewayAssertion.HEADER));
        String authorization = socket.headers().get("Authorization");
        if (!GATEWAY.isValid(assertion, GatewayAssertion.connection(authorization), Instant.now())) {
            socket.reject(401);
            return;
        }
        socket.textMessageHandler(text -> {
            JsonObject message = new JsonObject(text);
            if (message.getString("type").equals("connection_init")) {
                socket.writeTextMessage("{\"type\":\"connection_ack\"}");
                socket.writeTextMessage("{\"type\":\"ping\"}");
            } else if (message.getString("type").equals("subscribe")) {
                begin(socket, message.getJsonObject("payload").getString("query"));
            }
        });
    }

    private void begin(ServerWebSocket socket, String query) {
        Matcher asked = ASKED.matcher(query);
        if (!query.startsWith("subscription") || !asked.find()) {
            socket.close();
            return;
        }
        String name = String.valueOf(asked.group(3));
        socket.closeHandler(any -> vertx.runOnContext(later -> leave(name)));
        String field = asked.group(1);
        int count = Integer.parseInt(asked.group(2));
        switch (count) {
            case -1 -> {} // says nothing
            case -2 -> flood(socket, field);
            case -3 -> send(socket, "error", "[{\"message\":\"sold out\",\"extensions\":{\"code\":\"CONFLICT\"}}]");
            case -5 -> next(socket, field, 1, "");
            case -4 -> {
                next(socket, field, 1, "");
                socket.close((short) 1011);
            }
            default -> {
                for (int event = 1; event <= count; event++) {
                    next(socket, field, event, "");
                }
                send(socket, "complete", "null");
            }
        }
    }

    private void next(ServerWebSocket socket, String field, int id, String label) {
        send(
                socket,
                "next",
                "{\"data\":{\"" + field + "\":{\"__typename\":\"Ware\",\"id\":\"" + id
                        + "\",\"cost\":1.2300,\"label\":\"" + label + "\"}}}");
    }

    private static void send(ServerWebSocket socket, String type, String payload) {
        socket.writeTextMessage("{\"id\":\"1\",\"type\":\"" + type + "\",\"payload\":" + payload + "}");
    }

    private void flood(ServerWebSocket socket, String field) {
        String large = "x".repeat(32_000);
        while (!socket.isClosed() && !socket.writeQueueFull()) {
            next(socket, field, 1, large);
        }
        if (!socket.isClosed()) {
            socket.drainHandler(any -> flood(socket, field));
        }
    }

    private synchronized void leave(String name) {
        left.put(name, true);
        HttpServerRequest asker = waiting.remove(name);
        if (asker != null) {
            asker.response().end("left");
        }
    }

    /** Answers as soon as the stream of that name is closed. */
    synchronized void left(HttpServerRequest request) {
        String name = request.getParam("name");
        if (left.containsKey(name)) {
            request.response().end("left");
        } else {
            waiting.put(name, request);
        }
    }
}
