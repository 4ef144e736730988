package io.tideline.gateway.subgraph;

import io.tideline.gateway.subgraph.SubgraphFailure.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One subscription at a subgraph. Silence is broken by pings, so that a dead connection is noticed. */
final class SubgraphStream {
    private static final long PING_MILLIS = 12_000;
    private static final int SERVER_ERROR = 500;
    /** The first of the hundred codes with which the protocol says that the client is at fault. */
    private static final int REJECTIONS = 4400;

    private static final byte[] NOTHING = {};
    private static final String PING = "{\"type\":\"ping\"}";
    private static final String PONG = "{\"type\":\"pong\"}";
    private static final String COMPLETE = "{\"id\":\"1\",\"type\":\"complete\"}";

    private final Vertx vertx;
    private final SubgraphCall call;
    private final SubgraphStreams.Listener listener;
    private final long deadline;
    private final long pings;
    private @Nullable WebSocket socket;
    private final Promise<byte[]> acknowledged = Promise.promise();
    private final Promise<Void> ended = Promise.promise();
    private boolean over;

    SubgraphStream(Vertx vertx, SubgraphCall call, SubgraphStreams.Listener listener, Duration patience) {
        this.vertx = vertx;
        this.call = call;
        this.listener = listener;
        this.deadline =
                vertx.setTimer(patience.toMillis(), any -> end(failure(Kind.LATE, "no acknowledgement in time")));
        this.pings = vertx.setPeriodic(PING_MILLIS, any -> ping());
    }

    SubgraphFailure failure(Kind kind, String reason) {
        return new SubgraphFailure(call.subgraph(), kind, reason);
    }

    /** Brings nothing but when the subgraph lets the stream in; fails if it does not. */
    Future<byte[]> acknowledged() {
        return acknowledged.future();
    }

    /** When the stream is over, however it ended. */
    Future<Void> over() {
        return ended.future();
    }

    synchronized void begin(WebSocket opened) {
        if (over) {
            opened.close();
            return;
        }
        socket = opened;
        opened.textMessageHandler(text -> heard(text.getBytes(StandardCharsets.UTF_8)));
        opened.exceptionHandler(cause -> end(failure(Kind.UNREACHABLE, String.valueOf(cause))));
        opened.closeHandler(any -> closed(opened.closeStatusCode()));
        JsonObject init = new JsonObject().put("type", "connection_init");
        if (call.terms().authorization() != null) {
            init.put(
                    "payload",
                    new JsonObject().put("Authorization", call.terms().authorization()));
        }
        opened.writeTextMessage(init.encode());
    }

    private void closed(@Nullable Short code) {
        boolean rejected = code != null && code >= REJECTIONS && code < REJECTIONS + 100;
        end(failure(rejected ? Kind.REJECTED : Kind.UNREACHABLE, "closed the stream: " + code));
    }

    private void heard(byte[] text) {
        StreamMessage message;
        try {
            message = StreamMessage.read(text);
        } catch (IOException unreadable) {
            end(failure(Kind.INVALID, "sent a message that is not JSON"));
            return;
        }
        switch (message.type()) {
            case "connection_ack" -> subscribe();
            case "next" -> tell(message.payload());
            case "error" -> {
                tell(errors(message.payload()));
                end(null);
            }
            case "complete" -> end(null);
            case "ping" -> send(PONG);
            default -> {} // a pong needs no answer
        }
    }

    private void subscribe() {
        vertx.cancelTimer(deadline);
        acknowledged.tryComplete(NOTHING);
        String body = new String(call.body(), StandardCharsets.UTF_8);
        send("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":" + body + "}");
    }

    private static byte[] errors(byte[] list) {
        return ("{\"errors\":" + new String(list, StandardCharsets.UTF_8) + "}").getBytes(StandardCharsets.UTF_8);
    }

    private void tell(byte[] answer) {
        if (!isOver()) {
            listener.next(answer);
        }
    }

    private synchronized boolean isOver() {
        return over;
    }

    private synchronized void ping() {
        send(PING);
    }

    private synchronized void send(String text) {
        WebSocket open = socket;
        if (open != null && !over && !open.isClosed()) {
            open.writeTextMessage(text);
        }
    }

    /** Ends the stream, which could not be opened. */
    void fail(Throwable cause) {
        boolean rejected = cause instanceof UpgradeRejectedException answer && answer.getStatus() < SERVER_ERROR;
        Kind kind = rejected ? Kind.REJECTED : Kind.UNREACHABLE;
        end(cause instanceof SubgraphFailure known ? known : failure(kind, String.valueOf(cause)));
    }

    /** Ends the stream and says so to the listener, once. */
    void end(@Nullable SubgraphFailure failure) {
        if (finish()) {
            tellLane(failure == null ? failure(Kind.INVALID, "ended what it had not begun") : failure);
            listener.ended(failure);
        }
    }

    /** Ends the stream because nobody listens any more. */
    void close() {
        if (finish()) {
            tellLane(failure(Kind.HURRIED, "nobody waits for it any more"));
        }
    }

    private void tellLane(SubgraphFailure failure) {
        acknowledged.tryFail(failure);
        ended.tryComplete();
    }

    private synchronized boolean finish() {
        if (over) {
            return false;
        }
        send(COMPLETE);
        over = true;
        vertx.cancelTimer(deadline);
        vertx.cancelTimer(pings);
        if (socket != null) {
            socket.close();
        }
        return true;
    }
}
