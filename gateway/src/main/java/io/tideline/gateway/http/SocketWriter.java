package io.tideline.gateway.http;

import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayList;
import java.util.List;

/** What is written to one client's socket. While the client does not take it, nothing more is read from the client. */
final class SocketWriter {
    private final ServerWebSocket socket;
    private final List<Runnable> blocked = new ArrayList<>();
    private boolean waiting;

    SocketWriter(ServerWebSocket socket) {
        this.socket = socket;
    }

    boolean isFull() {
        return socket.writeQueueFull();
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    void write(String text) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(text);
            if (socket.writeQueueFull()) {
                waitForRoom();
            }
        }
    }

    /** Several operations may wait for room; all go on when there is some. */
    void onRoom(Runnable action) {
        blocked.add(action);
        waitForRoom();
    }

    private void waitForRoom() {
        if (!waiting) {
            waiting = true;
            socket.pause();
            socket.drainHandler(any -> goOn());
        }
    }

    private void goOn() {
        waiting = false;
        socket.resume();
        List<Runnable> all = List.copyOf(blocked);
        blocked.clear();
        all.forEach(Runnable::run);
    }

    /** Comes back when the client was told, whether or not it answers. */
    Future<Void> close(short code, String reason) {
        return socket.isClosed() ? Future.succeededFuture() : socket.close(code, reason);
    }
}
