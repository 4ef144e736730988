package io.tideline.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
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

/** Who decides whether a service's request is traced. */
class DoorSamplingTest {
    private static final String TRACE = "00000000000000000000000000000001";
    private static final String SPAN = "00f067aa0ba902b7";

    private static Context parent(String where, boolean sampled) {
        TraceFlags flags = sampled ? TraceFlags.getSampled() : TraceFlags.getDefault();
        TraceState state = TraceState.getDefault();
        return switch (where) {
            case "here" -> Context.root().with(Span.wrap(SpanContext.create(TRACE, SPAN, flags, state)));
            case "caller" ->
                Context.root().with(Span.wrap(SpanContext.createFromRemoteParent(TRACE, SPAN, flags, state)));
            default -> Context.root();
        };
    }

    @ParameterizedTest
    @CsvSource({
        // parent, sampled, path, share, lot, kept
        "none,   false, /graphql,     0.5, 0.4, true",
        "none,   false, /graphql,     0.5, 0.5, false",
        "caller, true,  /graphql,     0,   0,   true",
        "caller, false, /graphql,     1,   0,   false",
        "caller, true,  /a/s,         0.5, 0.5, false",
        "caller, false, /a/s,         0.5, 0.4, true",
        "caller, true,  /graphql/a,   0,   0,   false",
        "here,   true,  /a/s,         0,   0.9, true",
        "here,   false, /a/s,         1,   0,   false",
    })
    void followsTheGatewayAndNobodyElse(
            String where, boolean sampled, String path, double share, double lot, boolean kept) {
        Attributes attributes = Attributes.of(AttributeKey.stringKey("url.path"), path);

        SamplingDecision decision = new DoorSampling(share, () -> lot)
                .shouldSample(parent(where, sampled), TRACE, "door", SpanKind.SERVER, attributes, List.of())
                .getDecision();

        assertThat(decision).isEqualTo(kept ? SamplingDecision.RECORD_AND_SAMPLE : SamplingDecision.DROP);
    }
}
