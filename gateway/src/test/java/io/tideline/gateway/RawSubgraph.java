package io.tideline.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A server that speaks TCP only, so that it can misbehave in every way; each request is handed to whatever is set. */
public final class RawSubgraph implements AutoCloseable {
    /** Every request's text, in order. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** Completes when the other side has closed a connection. */
    public final CompletableFuture<Boolean> left = new CompletableFuture<>();

    private final NetServer server;
    private volatile Consumer<NetSocket> behaviour = socket -> {};

    public RawSubgraph(Vertx vertx) {
        this.server = vertx.createNetServer()
                .connectHandler(this::serve)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private void serve(NetSocket socket) {
        Buffer received = Buffer.buffer();
        socket.exceptionHandler(broken -> left.complete(true));
        socket.closeHandler(closed -> left.complete(true));
        socket.handler(chunk -> {
            received.appendBuffer(chunk);
            if (isWhole(received.toString())) {
                asked.add(received.toString());
                received.getByteBuf().clear();
                behaviour.accept(socket);
            }
        });
    }

    private static boolean isWhole(String text) {
        int body = text.indexOf("\r\n\r\n");
        int length = text.toLowerCase(Locale.ROOT).indexOf("content-length:");
        if (body < 0 || length < 0) {
            return false;
        }
        String size = text.substring(length + "content-length:".length(), text.indexOf("\r\n", length));
        return text.length() - body - 4 >= Integer.parseInt(size.trim());
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/graphql";
    }

    /** What every request meets from now on. */
    public RawSubgraph behave(Consumer<NetSocket> next) {
        behaviour = next;
        return this;
    }

    /** An answer with this body, framed as HTTP wants it. */
    public static Consumer<NetSocket> answer(String contentType, String body) {
        return socket -> socket.write("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                + Buffer.buffer(body).length() + "\r\n\r\n" + body);
    }

    public static Consumer<NetSocket> json(String body) {
        return answer("application/json", body);
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
