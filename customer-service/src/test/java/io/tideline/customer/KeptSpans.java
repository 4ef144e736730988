package io.tideline.customer;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.tideline.test.SpansForTests;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Sends the spans of the application under test to the tests. */
class KeptSpans {
    @Produces
    @Singleton
    SpansForTests spans() {
        return new SpansForTests();
    }

    @Produces
    @Singleton
    InMemorySpanExporter exporter(SpansForTests spans) {
        return spans.exporter();
    }
}
