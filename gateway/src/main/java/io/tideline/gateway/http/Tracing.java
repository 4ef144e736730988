package io.tideline.gateway.http;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The tracer, or one that makes no spans: a disabled SDK still makes up ids, and subgraphs would be sent parents that
 * nobody ever sees.
 */
@ApplicationScoped
public class Tracing {
    private final Tracer tracer;

    public Tracing(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off, Tracer tracer) {
        this.tracer = off ? TracerProvider.noop().get("") : tracer;
    }

    Tracer tracer() {
        return tracer;
    }
}
