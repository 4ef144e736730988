package io.tideline.gateway.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the HTTP server speak the one WebSocket protocol of this gateway, with messages no larger than a body. */
@ApplicationScoped
public class SocketOptions implements HttpServerOptionsCustomizer {
    static final String PROTOCOL = "graphql-transport-ws";

    private final GatewaySettings settings;

    public SocketOptions(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.addWebSocketSubProtocol(PROTOCOL);
        options.setMaxWebSocketMessageSize(settings.maxBodyBytes());
        options.setMaxWebSocketFrameSize(settings.maxBodyBytes());
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }
}
