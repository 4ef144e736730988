package io.tideline.gateway.subgraph;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

/**
 * The span of one call to a subgraph, its second try included. Only the W3C trace context is passed on: baggage may
 * hold anything. Where nothing is traced, a context that came in goes out as it is.
 */
final class CallTrace {
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapSetter<MultiMap> HEADER = CallTrace::set;

    private final Span span;
    private final Context context;

    CallTrace(Tracer tracer, SubgraphCall call) {
        Context operation = call.terms().origin().trace();
        this.span = tracer.spanBuilder("subgraph " + call.subgraph())
                .setParent(operation)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("tideline.subgraph", call.subgraph())
                .setAttribute("tideline.wave", (long) call.wave())
                .startSpan();
        this.context = operation.with(span);
    }

    private static void set(@Nullable MultiMap headers, String name, String value) {
        if (headers != null) {
            headers.set(name, value);
        }
    }

    void writeTo(MultiMap headers) {
        W3C.inject(context, headers, HEADER);
    }

    void secondTry() {
        span.addEvent("second try");
    }

    void end(boolean success) {
        if (!success) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
