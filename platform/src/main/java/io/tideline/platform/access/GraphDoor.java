package io.tideline.platform.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The door of a subgraph: nobody but the gateway comes in. Inside, every field is guarded by its scopes. */
@ApplicationScoped
public class GraphDoor {
    /** Before SmallRye's own route, which stands at order 0 and later. */
    private static final int BEFORE_THE_GRAPH = -1000;

    private final GatewayAssertion assertion;
    private final long maxBodyBytes;

    public GraphDoor(
            @ConfigProperty(name = "tideline.service") String service,
            @ConfigProperty(name = "tideline.gateway.key") String key,
            @ConfigProperty(name = GuardedGraph.KEY) boolean guarded,
            @ConfigProperty(name = "tideline.graph.max-body-bytes", defaultValue = "2097152") long maxBodyBytes) {
        if (!guarded) {
            throw new IllegalStateException(
                    GuardedGraph.KEY + " must be true: fields would answer without their scopes.");
        }
        this.assertion = new GatewayAssertion(service, key);
        this.maxBodyBytes = maxBodyBytes;
    }

    void guardRoute(@Observes Router router) {
        BodyHandler body = BodyHandler.create(false).setBodyLimit(maxBodyBytes);
        router.route("/graphql*")
                .order(BEFORE_THE_GRAPH)
                // A request whose body was waited for can become a socket no more.
                .handler(context -> {
                    if (isUpgrade(context)) {
                        context.next();
                    } else {
                        body.handle(context);
                    }
                })
                .handler(this::admit);
    }

    private void admit(RoutingContext context) {
        byte[] bytes = isUpgrade(context) ? connection(context) : body(context);
        String given = context.request().getHeader(GatewayAssertion.HEADER);
        if (given != null && assertion.isValid(given, bytes, Instant.now())) {
            context.next();
        } else {
            refuse(context);
        }
    }

    /** What SmallRye turns into a WebSocket. */
    private static boolean isUpgrade(RoutingContext context) {
        return context.request().method().equals(HttpMethod.GET)
                && context.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true);
    }

    private static byte[] connection(RoutingContext context) {
        return GatewayAssertion.connection(context.request().getHeader(HttpHeaders.AUTHORIZATION));
    }

    private static byte[] body(RoutingContext context) {
        Buffer sent = context.body().buffer();
        return sent == null ? new byte[0] : sent.getBytes();
    }

    private static void refuse(RoutingContext context) {
        JsonObject error = new JsonObject()
                .put("message", "Only the gateway may call this.")
                .put("extensions", new JsonObject().put("code", "UNAUTHENTICATED"));
        context.response()
                .setStatusCode(401)
                .putHeader("WWW-Authenticate", "Bearer")
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("errors", new JsonArray().add(error)).toBuffer());
    }
}
