package io.tideline.gateway.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cross-origin reading: off, or open to listed origins, never with credentials. */
final class Origins {
    private static final String HEADERS =
            "authorization, content-type, x-request-id, apollo-require-preflight, graphql-require-preflight,"
                    + " x-apollo-operation-name, apollographql-client-name, apollographql-client-version,"
                    + " graphql-client-name, graphql-client-version";

    private final Set<String> allowed;

    Origins(Optional<List<String>> allowed) {
        this.allowed = Set.copyOf(allowed.orElse(List.of()));
    }

    /** Browsers ask nobody before a page opens a socket, so a page must be of a listed origin or of this very host. */
    boolean mayOpenSocket(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null || allowed.contains(origin)) {
            return true;
        }
        int host = origin.indexOf("://");
        return host > 0 && origin.substring(host + 3).equalsIgnoreCase(request.getHeader("Host"));
    }

    void handle(RoutingContext context) {
        String origin = context.request().getHeader("Origin");
        HttpServerResponse response = context.response();
        if (!allowed.isEmpty()) {
            response.putHeader("Vary", "Origin");
        }
        boolean known = origin != null && allowed.contains(origin);
        if (known) {
            response.putHeader("Access-Control-Allow-Origin", origin);
            response.putHeader("Access-Control-Expose-Headers", "x-request-id");
        }
        if (HttpMethod.OPTIONS.equals(context.request().method())) {
            if (known) {
                response.putHeader("Access-Control-Allow-Methods", "GET, POST");
                response.putHeader("Access-Control-Allow-Headers", HEADERS);
                response.putHeader("Access-Control-Max-Age", "600");
            }
            response.putHeader("Allow", "GET, POST").setStatusCode(204).end();
            return;
        }
        context.next();
    }
}
