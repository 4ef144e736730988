package io.tideline.survey.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes and counts what the door says. A refusal is what it says most often and when it has least time, so nothing of one is looked up or built twice. */
@ApplicationScoped
class DoorReplies {
    private static final CharSequence ANY_ORIGIN = HttpHeaders.createOptimized("*");
    private static final CharSequence EXPOSED = HttpHeaders.createOptimized("Idempotency-Replayed, Retry-After");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence SNIFF_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("Retry-After");

    private final MeterRegistry meters;
    private final Map<String, Counter> refused = new ConcurrentHashMap<>();
    private final Map<String, Counter> taken = new ConcurrentHashMap<>();

    DoorReplies(MeterRegistry meters) {
        this.meters = meters;
    }

    void refuse(RoutingContext context, DoorRefusal refusal) {
        refused.computeIfAbsent(refusal.code(), code -> meters.counter("tideline.door.refused", "code", code))
                .increment();
        write(context, refusal);
    }

    void write(RoutingContext context, DoorAnswer answer) {
        taken.computeIfAbsent(
                        String.valueOf(context.currentRoute().getPath()),
                        path -> meters.counter("tideline.door.taken", "path", path))
                .increment();
        HttpServerResponse response = readable(context.response()).putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        answer.headers().forEach(response::putHeader);
        end(response, answer.status(), answer.body().toBuffer());
    }

    /** What a body that could not be read gets. */
    static void failed(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        write(context, context.statusCode() == 413 ? tooLong() : DoorFaults.refusalOf(context.failure()));
    }

    static DoorRefusal tooLong() {
        return DoorRefusal.of(413, "TOO_LONG", "At most " + PublicDoor.MAX_BODY + " bytes are taken.");
    }

    static HttpServerResponse readable(HttpServerResponse response) {
        return response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY_ORIGIN)
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    }

    private static void write(RoutingContext context, DoorRefusal refusal) {
        HttpServerResponse response = refusal.isReadableByPages() ? readable(context.response()) : context.response();
        if (refusal.retryAfterSeconds() > 0) {
            response.putHeader(RETRY_AFTER, String.valueOf(refusal.retryAfterSeconds()));
        }
        if (refusal.status() == 413) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        end(response.putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE), refusal.status(), refusal.encoded());
    }

    private static void end(HttpServerResponse response, int status, Buffer body) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .putHeader(SNIFF_OPTIONS, NO_SNIFF)
                .end(body);
    }
}
