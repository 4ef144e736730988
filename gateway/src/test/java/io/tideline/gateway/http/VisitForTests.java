package io.tideline.gateway.http;

import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;

/** Visits that nobody watches. */
final class VisitForTests {
    private VisitForTests() {}

    static Tracing untraced() {
        return new Tracing(true, TracerProvider.noop().get(""));
    }

    static Visit quiet() {
        return new Visit(TracerProvider.noop().get(""), Context.root(), "request-1", null);
    }
}
