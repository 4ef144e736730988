package io.tideline.gateway.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;

/** The answers of one operation as messages on its client's socket. */
final class SocketSink implements Sink {
    private static final short SLOW = 1013;
    private static final short UNAUTHORIZED = 4401;
    private static final String REFUSED = "{\"errors\":";

    private final SocketWriter client;
    private final String id;
    private final Runnable whenOver;
    private boolean over;

    SocketSink(SocketWriter client, String id, Runnable whenOver) {
        this.client = client;
        this.id = new String(JsonStringEncoder.getInstance().quoteAsString(id));
        this.whenOver = whenOver;
    }

    /** What was refused before it began is an error, which is also the end. */
    @Override
    public void next(Answer answer) {
        String body = new String(answer.body().toArray(), StandardCharsets.UTF_8);
        if (answer.status() == 200) {
            client.write("{\"id\":\"" + id + "\",\"type\":\"next\",\"payload\":" + body + "}");
        } else if (!over) {
            over = true;
            String errors = body.substring(REFUSED.length(), body.length() - 1);
            client.write("{\"id\":\"" + id + "\",\"type\":\"error\",\"payload\":" + errors + "}");
        }
    }

    @Override
    public void end() {
        whenOver.run();
        if (!over) {
            over = true;
            client.write("{\"id\":\"" + id + "\",\"type\":\"complete\"}");
        }
    }

    @Override
    public void expire(Answer reason) {
        client.close(UNAUTHORIZED, "The token has expired");
    }

    @Override
    public void cut() {
        client.close(SLOW, "The client does not keep up");
    }

    @Override
    public boolean isFull() {
        return client.isFull();
    }

    @Override
    public void onRoom(Runnable action) {
        client.onRoom(action);
    }
}
