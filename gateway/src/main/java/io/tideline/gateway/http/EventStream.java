package io.tideline.gateway.http;

import io.tideline.gateway.execute.Bytes;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Answers as server-sent events, in the distinct connections mode of GraphQL over SSE: one operation a request. */
final class EventStream implements Sink {
    private static final byte[] NEXT = "event: next\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final String COMPLETE = "event: complete\ndata: \n\n";
    private static final String HEARTBEAT = ":\n\n";

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final long heartbeat;

    EventStream(Vertx vertx, HttpServerResponse response, Duration heartbeat, String requestId) {
        this.vertx = vertx;
        this.response = response;
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no")
                .putHeader("X-Request-Id", requestId)
                .write(HEARTBEAT);
        this.heartbeat = vertx.setPeriodic(heartbeat.toMillis(), any -> beat());
    }

    private void beat() {
        if (isOpen() && !response.writeQueueFull()) {
            response.write(HEARTBEAT);
        }
    }

    private boolean isOpen() {
        return !response.ended() && !response.closed();
    }

    @Override
    public void next(Answer answer) {
        if (!isOpen()) {
            return;
        }
        Bytes body = answer.body();
        byte[] line = body.toArray();
        for (int index = 0; index < line.length; index++) {
            // A line break can only stand between JSON tokens, and would end the event.
            line[index] = line[index] == '\n' || line[index] == '\r' ? (byte) ' ' : line[index];
        }
        response.write(Buffer.buffer(NEXT.length + line.length + 2)
                .appendBytes(NEXT)
                .appendBytes(line)
                .appendString("\n\n"));
    }

    @Override
    public void end() {
        vertx.cancelTimer(heartbeat);
        if (isOpen()) {
            response.end(COMPLETE);
        }
    }

    @Override
    public void expire(Answer reason) {
        next(reason);
        end();
    }

    @Override
    public void cut() {
        vertx.cancelTimer(heartbeat);
        response.reset();
    }

    @Override
    public boolean isFull() {
        return response.writeQueueFull();
    }

    @Override
    public void onRoom(Runnable action) {
        response.drainHandler(any -> action.run());
    }
}
