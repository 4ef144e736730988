package io.tideline.gateway.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.tideline.gateway.operation.persisted.PersistedDocuments;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Opens what stays open: event streams and sockets. Their clients are sent elsewhere when it stops. */
@ApplicationScoped
public class StreamDoors {
    private final Subscriptions subscriptions;
    private final DocumentStore documents;
    private final Visits visits;
    private final GatewaySettings.Subscriptions settings;
    private final Set<Runnable> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    public StreamDoors(Subscriptions subscriptions, DocumentStore documents, Visits visits, GatewaySettings settings) {
        this.subscriptions = subscriptions;
        this.documents = documents;
        this.visits = visits;
        this.settings = settings.subscriptions();
    }

    void events(RoutingContext context, PersistedDocuments.Found found, Visit visit, boolean safeMethod) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            visits.end(visit);
            return;
        }
        EventStream stream = new EventStream(context.vertx(), response, settings.heartbeat(), visit.requestId());
        Promise<Runnable> started = Promise.promise();
        Context own = context.vertx().getOrCreateContext();
        Runnable leave = () -> own.runOnContext(any -> stream.cut());
        keep(leave);
        response.closeHandler(gone -> {
            open.remove(leave);
            started.future().onSuccess(Runnable::run);
            stream.end();
        });
        response.endHandler(done -> open.remove(leave));
        started.complete(
                subscriptions.start(new Subscriptions.Asked(found, Subscriber.of(context), visit, safeMethod), stream));
    }

    void socket(RoutingContext context) {
        context.request()
                .toWebSocket()
                .onSuccess(socket -> {
                    if (socket.subProtocol() == null) {
                        socket.closeHandler(any -> UpgradedRequest.over(context.request()));
                        socket.close((short) 4406, "Subprotocol not acceptable");
                        return;
                    }
                    ClientSocket client = new ClientSocket(context, socket, subscriptions, documents, settings);
                    Runnable leave = client::leave;
                    client.whenOver(() -> open.remove(leave));
                    keep(leave);
                })
                .onFailure(context::fail);
    }

    private void keep(Runnable leave) {
        open.add(leave);
        if (stopping) {
            leave.run();
        }
    }

    /** Breaks off what is open, and what is opened from now on, so that its clients come back elsewhere at once. */
    void stop(@Observes ShutdownDelayInitiatedEvent begun) {
        stopping = true;
        List.copyOf(open).forEach(Runnable::run);
    }
}
