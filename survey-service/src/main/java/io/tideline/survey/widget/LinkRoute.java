package io.tideline.survey.widget;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * {@code GET /w/v1/link/{key}}: a page that shows one survey, for e-mails and printed codes. It looks the same for every key, known or not, and counts as
 * nothing: scanners that follow links neither show nor answer a survey, even where they run scripts, since the widget waits for a hand.
 */
@ApplicationScoped
class LinkRoute {
    private static final int BEFORE_EVERYTHING_ELSE = -2000;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types 'none'";
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>Survey</title>
            <script defer src="../widget.js?v=%s" integrity="%s"></script>
            <tideline-survey mode="page" key="%s"></tideline-survey>
            <noscript>This page needs JavaScript. 此页面需要启用 JavaScript。</noscript>
            </html>
            """;

    private final WidgetFile widget;

    LinkRoute(WidgetFile widget) {
        this.widget = widget;
    }

    void open(@Observes Router router) {
        router.route("/w/v1/link/:key")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(BEFORE_EVERYTHING_ELSE)
                .handler(this::show);
    }

    private void show(RoutingContext context) {
        String key = context.pathParam("key");
        if (!KEY.matcher(key).matches()) {
            context.response().setStatusCode(404).end();
            return;
        }
        context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cache-Control", "no-cache")
                .end(PAGE.formatted(widget.version(), widget.integrity(), key));
    }
}
