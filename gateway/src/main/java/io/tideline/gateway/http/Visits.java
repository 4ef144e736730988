package io.tideline.gateway.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Begins visits and counts them when they are over. */
@ApplicationScoped
public class Visits {
    private static final int OPERATIONS = 200;
    private static final int CLIENTS = 50;
    private static final Pattern REQUEST_ID = Pattern.compile("[\\w.-]{8,64}");

    private final Tracer tracer;
    private final MeterRegistry meters;
    private final BoundedNames operations = new BoundedNames(OPERATIONS);
    private final BoundedNames clients = new BoundedNames(CLIENTS);

    public Visits(Tracing tracing, MeterRegistry meters) {
        this.tracer = tracing.tracer();
        this.meters = meters;
    }

    Visit begin(HttpServerRequest request) {
        String client = request.getHeader("apollographql-client-name");
        if (client == null) {
            client = request.getHeader("graphql-client-name");
        }
        return new Visit(tracer, parent(request), requestId(request), client);
    }

    /** The span of the HTTP request where there is one, else whatever context the client sent. */
    private static Context parent(HttpServerRequest request) {
        return Span.current().getSpanContext().isValid()
                ? Context.current()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), request, Headers.READ);
    }

    private static String requestId(HttpServerRequest request) {
        String given = request.getHeader("X-Request-Id");
        return given != null && REQUEST_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    void end(Visit visit) {
        long nanos = visit.end();
        String operation = visit.isRead() ? operations.of(visit.operation(), visit.isByKnown()) : BoundedNames.NONE;
        String outcome = visit.outcome();
        meters.timer("tideline.gateway.operation", "operation", operation, "type", visit.type(), "outcome", outcome)
                .record(nanos, TimeUnit.NANOSECONDS);
        String client = visit.isRead() ? clients.of(visit.client(), visit.isByKnown()) : BoundedNames.NONE;
        meters.counter("tideline.gateway.client", "client", client, "outcome", outcome)
                .increment();
    }

    /** Headers as the propagator reads them. */
    private enum Headers implements TextMapGetter<HttpServerRequest> {
        READ;

        @Override
        public Iterable<String> keys(HttpServerRequest request) {
            return request.headers().names();
        }

        @Override
        public @Nullable String get(@Nullable HttpServerRequest request, String name) {
            return request == null ? null : request.getHeader(name);
        }
    }
}
