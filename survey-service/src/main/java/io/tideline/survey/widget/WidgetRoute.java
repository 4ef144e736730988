package io.tideline.survey.widget;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * {@code GET /w/v1/widget.js}: the widget, asked for again every hour. With {@code ?v=} and the name of its content it is kept for a year; with a name it
 * no longer has it is still served, so that a page that names one keeps its survey.
 */
@ApplicationScoped
class WidgetRoute {
    private static final int BEFORE_EVERYTHING_ELSE = -2000;
    private static final String AN_HOUR = "public, max-age=3600, stale-while-revalidate=86400";
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private final WidgetFile widget;

    WidgetRoute(WidgetFile widget) {
        this.widget = widget;
    }

    void open(@Observes Router router) {
        router.route("/w/v1/widget.js")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(BEFORE_EVERYTHING_ELSE)
                .handler(this::serve);
    }

    private void serve(RoutingContext context) {
        HttpServerRequest request = context.request();
        String tag = '"' + widget.version() + '"';
        HttpServerResponse response = context.response()
                .putHeader("Access-Control-Allow-Origin", "*")
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Vary", "Accept-Encoding")
                .putHeader("Cache-Control", widget.version().equals(request.getParam("v")) ? FOR_GOOD : AN_HOUR)
                .putHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", "text/javascript; charset=utf-8");
        if (takesGzip(request)) {
            response.putHeader("Content-Encoding", "gzip").end(Buffer.buffer(widget.gzipped()));
        } else {
            response.end(Buffer.buffer(widget.text()));
        }
    }

    private static boolean takesGzip(HttpServerRequest request) {
        String encodings = request.getHeader("Accept-Encoding");
        return encodings != null && encodings.contains("gzip") && !encodings.contains("gzip;q=0");
    }
}
