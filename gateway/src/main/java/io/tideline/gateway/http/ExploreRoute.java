package io.tideline.gateway.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** GraphiQL at {@code /explore}, with all its files served from here under a policy that lets nothing else in. */
@ApplicationScoped
public class ExploreRoute {
    private static final String VENDOR = "META-INF/resources/graphql-ui/";
    private static final String OURS = "explore/";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> FILES = Map.of(
            "react.production.min.js", VENDOR,
            "react-dom.production.min.js", VENDOR,
            "graphiql.min.js", VENDOR,
            "graphiql.min.css", VENDOR,
            "explore.js", OURS,
            "explore.css", OURS);

    private static final int LAST = 100_000;

    void register(@Observes Router router) {
        router.route("/graphql-ui/*").order(-LAST).handler(context -> context.fail(404));
        router.get("/explore").handler(ExploreRoute::page);
        FILES.forEach((name, folder) -> {
            String type = name.endsWith(".js") ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8";
            router.get("/explore/" + name).handler(context -> serve(context, folder + name, type));
        });
        router.get("/").order(LAST).handler(context -> redirect(context, "/explore/"));
    }

    private static void page(RoutingContext context) {
        if (context.request().path().endsWith("/")) {
            serve(context, OURS + "index.html", "text/html; charset=utf-8");
        } else {
            redirect(context, "/explore/");
        }
    }

    private static void redirect(RoutingContext context, String to) {
        context.response().setStatusCode(302).putHeader("Location", to).end();
    }

    private static void serve(RoutingContext context, String resource, String type) {
        context.vertx()
                .executeBlocking(() -> read(resource), false)
                .onSuccess(bytes -> context.response()
                        .putHeader("Content-Type", type)
                        .putHeader("Content-Security-Policy", POLICY)
                        .putHeader("X-Content-Type-Options", "nosniff")
                        .putHeader("Referrer-Policy", "no-referrer")
                        .putHeader("Cache-Control", "no-cache")
                        .end(bytes))
                .onFailure(context::fail);
    }

    private static Buffer read(String resource) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + resource);
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
