package io.tideline.gateway.subgraph;

import io.tideline.platform.access.GatewayAssertion;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries subscriptions from subgraphs: graphql-transport-ws, one WebSocket for each, in its caller's name. */
public final class SubgraphStreams {
    private static final String PROTOCOL = "graphql-transport-ws";
    private static final int READ_IDLE_SECONDS = 40;

    private final Vertx vertx;
    private final SubgraphSettings settings;
    private final WebSocketClient client;
    private final Function<String, Lane> lanes;

    /** Hears what a stream brings; {@link #ended} comes once and last. */
    public interface Listener {
        /** The bytes of one GraphQL answer. */
        void next(byte[] answer);

        /** Over: null when the subgraph had no more to say. */
        void ended(@Nullable SubgraphFailure failure);
    }

    SubgraphStreams(Vertx vertx, SubgraphSettings settings, Function<String, Lane> lanes) {
        this.vertx = vertx;
        this.lanes = lanes;
        this.settings = settings;
        this.client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxMessageSize(settings.bounds().maxAnswerBytes())
                .setMaxConnections(Integer.MAX_VALUE)
                .setReadIdleTimeout(READ_IDLE_SECONDS)
                .setConnectTimeout((int) settings.bounds().deadline().toMillis()));
    }

    /** Opens a stream; running the result closes it, after which the listener hears no more. */
    public Runnable open(SubgraphCall call, Listener listener) {
        SubgraphStream stream =
                new SubgraphStream(vertx, call, listener, settings.bounds().deadline());
        lanes.apply(call.subgraph())
                .carry(() -> connect(call, stream), stream.over())
                .onFailure(stream::fail);
        return stream::close;
    }

    private Future<byte[]> connect(SubgraphCall call, SubgraphStream stream) {
        client.connect(options(call)).onSuccess(stream::begin).onFailure(stream::fail);
        return stream.acknowledged();
    }

    private WebSocketConnectOptions options(SubgraphCall call) {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .addSubProtocol(PROTOCOL)
                .setTimeout(settings.bounds().deadline().toMillis());
        options.setAbsoluteURI(call.url().replaceFirst("^http", "ws"));
        String authorization = call.terms().authorization();
        if (authorization != null) {
            options.addHeader(HttpHeaders.AUTHORIZATION, authorization);
        }
        GatewayAssertion assertion = settings.assertions().get(call.subgraph());
        if (assertion != null) {
            options.addHeader(
                    GatewayAssertion.HEADER, assertion.sign(GatewayAssertion.connection(authorization), Instant.now()));
        }
        return options;
    }
}
