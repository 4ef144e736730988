package io.tideline.test;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Keeps the spans of the application under test. */
public final class SpansForTests {
    /** Settings under which spans are made and soon given to the exporter. */
    public static final Map<String, String> ON =
            Map.of("tideline.traces", "otlp", "quarkus.otel.bsp.schedule.delay", "20ms");

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

    /** Where the application sends its spans. */
    public InMemorySpanExporter exporter() {
        return exporter;
    }

    /** The span of this trace and name, once it is over. */
    public SpanData await(String traceId, String name) {
        return await(
                name,
                span -> span.getTraceId().equals(traceId) && span.getName().equals(name));
    }

    /** The first span that is what {@code what} says, once it is over. */
    public SpanData await(String what, Predicate<SpanData> wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        List<SpanData> found = find(wanted);
        while (found.isEmpty() && System.nanoTime() < end) {
            found = find(wanted);
        }
        if (found.isEmpty()) {
            throw new AssertionError("there is no span " + what + " among "
                    + exporter.getFinishedSpanItems().stream()
                            .map(SpanData::getName)
                            .distinct()
                            .toList());
        }
        return found.get(0);
    }

    private List<SpanData> find(Predicate<SpanData> wanted) {
        return exporter.getFinishedSpanItems().stream().filter(wanted).toList();
    }
}
