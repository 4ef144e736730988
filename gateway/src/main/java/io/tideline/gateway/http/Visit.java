package io.tideline.gateway.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.subgraph.CallTerms;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One request to the endpoint as those who run the gateway see it: its ids, its span, what was asked, how it ended. */
final class Visit {
    private static final int LONGEST_NAME = 128;

    private final Span span;
    private final Context context;
    private final String requestId;
    private final String traceId;
    private final @Nullable String client;
    private final long start = System.nanoTime();
    private @Nullable Operation read;
    private boolean byKnown;
    private String outcome = "refused";

    Visit(Tracer tracer, Context parent, String requestId, @Nullable String client) {
        this.span = tracer.spanBuilder("graphql").setParent(parent).startSpan();
        this.context = parent.with(span);
        this.requestId = requestId;
        this.traceId = span.getSpanContext().isValid() ? span.getSpanContext().getTraceId() : requestId;
        this.client = client;
    }

    /** Under this id the log has it. */
    String requestId() {
        return requestId;
    }

    /** Under this id clients report what went wrong: that of the trace, or of the request where nothing is traced. */
    String traceId() {
        return traceId;
    }

    CallTerms.Origin origin() {
        return new CallTerms.Origin(requestId, context);
    }

    /** {@code byKnown} says whether the caller has a name, or nobody is asked for one. */
    void reads(Operation operation, boolean byKnown) {
        read = operation;
        this.byKnown = byKnown;
        if (!span.isRecording()) {
            return;
        }
        String name = operation.name();
        String shown = name == null ? "" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
        span.updateName((type() + " " + shown).strip());
        span.setAttribute("graphql.operation.type", type());
        span.setAttribute("graphql.operation.name", shown);
        if (client != null) {
            span.setAttribute("graphql.client.name", client.substring(0, Math.min(LONGEST_NAME, client.length())));
        }
    }

    void answered(boolean withErrors) {
        outcome = withErrors ? "errors" : "answered";
    }

    boolean isRead() {
        return read != null;
    }

    boolean isByKnown() {
        return byKnown;
    }

    @Nullable
    String operation() {
        return read == null ? null : read.name();
    }

    String type() {
        return read == null ? BoundedNames.NONE : read.kind().name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String client() {
        return client;
    }

    String outcome() {
        return outcome;
    }

    /** Ends the span; how long it took, in nanoseconds. */
    long end() {
        if (!outcome.equals("answered")) {
            span.setStatus(StatusCode.ERROR, outcome);
        }
        span.end();
        return System.nanoTime() - start;
    }
}
