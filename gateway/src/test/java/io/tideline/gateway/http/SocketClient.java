package io.tideline.gateway.http;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of graphql-transport-ws that keeps what it hears; pings it answers itself. */
final class SocketClient implements WebSocket.Listener {
    private static final int LONG_SECONDS = 20;
    private static final String PING = "{\"type\":\"ping\"}";

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    SocketClient(int port) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/graphql"), this)
                .join();
    }

    static SocketClient with(int port, String token) {
        SocketClient client = new SocketClient(port);
        client.send("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + token + "\"}}");
        return client;
    }

    /** A client that was let in. */
    static SocketClient ready(int port, String token) {
        SocketClient client = with(port, token);
        client.next();
        return client;
    }

    SocketClient send(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    SocketClient subscribe(String id, String query) {
        JsonObject payload = new JsonObject().put("query", query);
        return send(new JsonObject()
                .put("id", id)
                .put("type", "subscribe")
                .put("payload", payload)
                .encode());
    }

    /** The next message that is no ping. */
    JsonObject next() {
        try {
            while (true) {
                String text = heard.poll(LONG_SECONDS, TimeUnit.SECONDS);
                if (text == null) {
                    throw new AssertionError("nothing was heard");
                }
                if (!text.equals(PING)) {
                    return new JsonObject(text);
                }
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    void awaitPing() {
        try {
            String text = "";
            while (text != null && !text.equals(PING)) {
                text = heard.poll(LONG_SECONDS, TimeUnit.SECONDS);
            }
            if (text == null) {
                throw new AssertionError("no ping came");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    int closeCode() {
        return closed.orTimeout(LONG_SECONDS, TimeUnit.SECONDS).join();
    }

    void leave() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            heard.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }
}
