package io.tideline.gateway.http;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Keeps the spans of the application under test. */
@ApplicationScoped
public class SpansForTests {
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

    @Produces
    @Singleton
    InMemorySpanExporter exporter() {
        return exporter;
    }

    /** The span of this trace and name, once it is over. */
    SpanData await(String traceId, String name) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        List<SpanData> found = find(traceId, name);
        while (found.isEmpty() && System.nanoTime() < end) {
            found = find(traceId, name);
        }
        if (found.isEmpty()) {
            throw new AssertionError("there is no span " + name + " in " + exporter.getFinishedSpanItems());
        }
        return found.get(0);
    }

    private List<SpanData> find(String traceId, String name) {
        return exporter.getFinishedSpanItems().stream()
                .filter(span ->
                        span.getTraceId().equals(traceId) && span.getName().equals(name))
                .toList();
    }
}
