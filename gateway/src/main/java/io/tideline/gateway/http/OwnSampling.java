package io.tideline.gateway.http;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Which requests are traced: a share of all, drawn by lot. Whoever sends a trace context chooses the id of the trace, but
 * neither by its flag nor by the id whether it is kept; what was drawn is traced down to the last call.
 */
@Singleton
public class OwnSampling implements Sampler {
    private final double share;
    private final boolean byCallers;
    private final DoubleSupplier lot;

    @Inject
    public OwnSampling(GatewaySettings settings) {
        this(settings.traces(), () -> ThreadLocalRandom.current().nextDouble());
    }

    OwnSampling(GatewaySettings.Traces settings, DoubleSupplier lot) {
        this.share = settings.share();
        this.byCallers = settings.byCallers();
        this.lot = lot;
    }

    @Override
    public SamplingResult shouldSample(
            Context parent,
            String traceId,
            String name,
            SpanKind kind,
            Attributes attributes,
            List<LinkData> parentLinks) {
        SpanContext above = Span.fromContext(parent).getSpanContext();
        boolean decided = above.isValid() && (byCallers || !above.isRemote());
        boolean kept = decided ? above.isSampled() : lot.getAsDouble() < share;
        return kept ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "share=" + share + " byCallers=" + byCallers;
    }
}
