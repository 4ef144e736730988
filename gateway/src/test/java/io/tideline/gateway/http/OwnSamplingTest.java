package io.tideline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who decides whether a request is traced. */
class OwnSamplingTest {
    private static final String TRACE = "00000000000000000000000000000001";
    private static final String SPAN = "00f067aa0ba902b7";

    private record Traces(double share, boolean byCallers) implements GatewaySettings.Traces {}

    private static Context parent(String where, boolean sampled) {
        TraceFlags flags = sampled ? TraceFlags.getSampled() : TraceFlags.getDefault();
        return switch (where) {
            case "here" ->
                Context.root().with(Span.wrap(SpanContext.create(TRACE, SPAN, flags, TraceState.getDefault())));
            case "caller" ->
                Context.root()
                        .with(Span.wrap(
                                SpanContext.createFromRemoteParent(TRACE, SPAN, flags, TraceState.getDefault())));
            default -> Context.root();
        };
    }

    @ParameterizedTest
    @CsvSource({
        // parent, sampled, by-callers, share, lot, kept
        "none,   false, false, 0.5, 0.4, true",
        "none,   false, false, 0.5, 0.5, false",
        "none,   false, true,  0.5, 0.4, true",
        "caller, true,  false, 0.5, 0.5, false",
        "caller, false, false, 0.5, 0.4, true",
        "caller, true,  false, 0,   0,   false",
        "caller, true,  true,  0,   0,   true",
        "caller, false, true,  1,   0,   false",
        "here,   true,  false, 0,   0.9, true",
        "here,   false, false, 1,   0,   false",
    })
    void drawsLotsOnceForARequest(
            String where, boolean sampled, boolean byCallers, double share, double lot, boolean kept) {
        OwnSampling sampling = new OwnSampling(new Traces(share, byCallers), () -> lot);

        SamplingDecision decision = sampling.shouldSample(
                        parent(where, sampled), TRACE, "graphql", SpanKind.SERVER, Attributes.empty(), List.of())
                .getDecision();

        assertThat(decision).isEqualTo(kept ? SamplingDecision.RECORD_AND_SAMPLE : SamplingDecision.DROP);
    }
}
