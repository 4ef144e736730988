package io.tideline.gateway.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.tideline.gateway.operation.RefusedRequest;
import io.tideline.gateway.operation.persisted.PersistedDocuments;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One client's socket with the protocol graphql-transport-ws: who it is, and which of its operations run. */
final class ClientSocket {
    private static final short GOING_AWAY = 1001;
    private static final short INVALID = 4400;
    private static final short UNAUTHORIZED = 4401;
    private static final short NO_INIT = 4408;
    private static final short TAKEN = 4409;
    private static final short TOO_MANY = 4429;
    private static final String ACK = "{\"type\":\"connection_ack\"}";
    private static final String PING = "{\"type\":\"ping\"}";
    private static final String PONG = "{\"type\":\"pong\"}";

    private final RoutingContext request;
    private final SocketWriter writer;
    private final Subscriptions subscriptions;
    private final DocumentStore documents;
    private final Vertx vertx;
    private final Context context;
    private final Map<String, Running> operations = new HashMap<>();
    private final int most;
    private final long patience;
    private final long heartbeat;
    private long expiry = -1;
    private boolean begun;
    private Runnable whenOver = () -> {};
    private @Nullable Subscriber subscriber;

    /** An operation that runs; an id may be used again as soon as the one before is over. */
    private static final class Running {
        Runnable stop = () -> {};
    }

    ClientSocket(
            RoutingContext request,
            ServerWebSocket socket,
            Subscriptions subscriptions,
            DocumentStore documents,
            GatewaySettings.Subscriptions settings) {
        this.request = request;
        this.writer = new SocketWriter(socket);
        this.subscriptions = subscriptions;
        this.documents = documents;
        this.most = settings.perCaller();
        this.vertx = request.vertx();
        this.context = vertx.getOrCreateContext();
        this.patience = vertx.setTimer(
                settings.initTimeout().toMillis(), any -> close(NO_INIT, "Connection initialisation timeout"));
        this.heartbeat = vertx.setPeriodic(settings.heartbeat().toMillis(), any -> beat());
        socket.textMessageHandler(text -> context.runOnContext(any -> heard(text)));
        socket.closeHandler(any -> context.runOnContext(later -> over()));
        socket.exceptionHandler(any -> {});
    }

    void whenOver(Runnable action) {
        whenOver = action;
    }

    /** Sends the client elsewhere, because the gateway stops; that waits neither for an answer nor for room to write. */
    void leave() {
        context.runOnContext(any -> {
            writer.close(GOING_AWAY, "The gateway stops");
            over();
        });
    }

    private void over() {
        vertx.cancelTimer(patience);
        vertx.cancelTimer(heartbeat);
        vertx.cancelTimer(expiry);
        operations.values().forEach(running -> running.stop.run());
        operations.clear();
        UpgradedRequest.over(request.request());
        whenOver.run();
    }

    private void beat() {
        if (!writer.isFull()) {
            writer.write(PING);
        }
    }

    private void close(short code, String reason) {
        writer.close(code, reason);
    }

    private void heard(String text) {
        Map<?, ?> message;
        try {
            message = RequestReader.object(text.getBytes(StandardCharsets.UTF_8));
        } catch (RefusedRequest unreadable) {
            close(INVALID, "Not a JSON object");
            return;
        }
        switch (String.valueOf(message.get("type"))) {
            case "connection_init" -> begin(message.get("payload"));
            case "subscribe" -> subscribe(message);
            case "complete" -> complete(String.valueOf(message.get("id")));
            case "ping" -> writer.write(PONG);
            case "pong" -> {} // an answer to a heartbeat
            default -> close(INVALID, "Unknown message type");
        }
    }

    private void begin(@Nullable Object payload) {
        if (begun) {
            close(TOO_MANY, "Too many initialisation requests");
            return;
        }
        begun = true;
        vertx.cancelTimer(patience);
        String token = token(payload);
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        if (token == null || authenticator == null) {
            welcome(Subscriber.of(request));
            return;
        }
        request.request().headers().set("Authorization", token);
        authenticator
                .attemptAuthentication(request)
                .subscribe()
                .with(identity -> context.runOnContext(any -> admit(identity)), refused -> refuse());
    }

    /** Who sends a token wants to be known by it: one that is not accepted does not make an anonymous caller. */
    private void admit(@Nullable SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            refuse();
        } else {
            welcome(Subscriber.of(request, identity));
        }
    }

    private void refuse() {
        close(UNAUTHORIZED, "Unauthorized");
    }

    private void welcome(Subscriber known) {
        if (writer.isClosed()) {
            return;
        }
        subscriber = known;
        Instant end = known.expiry();
        if (end != null) {
            long left = Math.max(1, Duration.between(Instant.now(), end).toMillis());
            expiry = vertx.setTimer(left, any -> close(UNAUTHORIZED, "The token has expired"));
        }
        writer.write(ACK);
    }

    private static @Nullable String token(@Nullable Object payload) {
        if (payload instanceof Map<?, ?> members) {
            for (Map.Entry<?, ?> member : members.entrySet()) {
                if (String.valueOf(member.getKey()).equalsIgnoreCase("authorization")
                        && member.getValue() instanceof String token) {
                    return token;
                }
            }
            return token(members.get("headers"));
        }
        return null;
    }

    private void subscribe(Map<?, ?> message) {
        Subscriber known = subscriber;
        if (known == null) {
            close(UNAUTHORIZED, "Unauthorized");
            return;
        }
        if (!(message.get("id") instanceof String id) || !(message.get("payload") instanceof Map<?, ?> payload)) {
            close(INVALID, "A subscription has an id and a payload");
            return;
        }
        if (operations.containsKey(id)) {
            close(TAKEN, "Subscriber for " + id + " already exists");
        } else if (operations.size() >= most) {
            close(TOO_MANY, "Too many operations on one socket");
        } else {
            start(id, payload, known);
        }
    }

    private void start(String id, Map<?, ?> payload, Subscriber known) {
        Running running = new Running();
        operations.put(id, running);
        SocketSink sink = new SocketSink(writer, id, () -> operations.remove(id, running));
        Visit visit = subscriptions.visit(request.request());
        try {
            PersistedDocuments.Found found = documents.find(known.identity(), RequestReader.fromMembers(payload));
            running.stop = subscriptions.start(new Subscriptions.Asked(found, known, visit, false), sink);
        } catch (RefusedRequest refused) {
            subscriptions.refuse(refused, visit, sink);
        }
    }

    private void complete(String id) {
        Running running = operations.remove(id);
        if (running != null) {
            running.stop.run();
        }
    }
}
