package io.tideline.platform.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * A share of all requests is traced, drawn by lot; what was drawn is traced down to the last call. Whoever sends a trace context chooses the id of the
 * trace, but neither by its flag nor by the id whether it is kept, unless the caller is one to follow.
 */
public abstract class SampledByLot implements Sampler {
    private final double share;
    private final DoubleSupplier lot;

    protected SampledByLot(double share) {
        this(share, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** @param lot numbers from 0 up to 1, evenly spread */
    protected SampledByLot(double share, DoubleSupplier lot) {
        this.share = share;
        this.lot = lot;
    }

    /** Whether the caller of such a request decides whether it is traced. */
    protected abstract boolean follows(Attributes request);

    @Override
    public final SamplingResult shouldSample(
            Context parent,
            String traceId,
            String name,
            SpanKind kind,
            Attributes attributes,
            List<LinkData> parentLinks) {
        SpanContext above = Span.fromContext(parent).getSpanContext();
        boolean decided = above.isValid() && (!above.isRemote() || follows(attributes));
        boolean kept = decided ? above.isSampled() : lot.getAsDouble() < share;
        return kept ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return getClass().getSimpleName() + " share=" + share;
    }
}
