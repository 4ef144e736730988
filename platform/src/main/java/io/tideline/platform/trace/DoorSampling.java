package io.tideline.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which requests of a service are traced. At the door of questions, which takes the gateway's only, the gateway has
 * decided. At the other doors, some of which are public, a share is drawn by lot: the flag of who calls decides nothing.
 */
@Singleton
public class DoorSampling implements Sampler {
    private static final String GRAPH = "/graphql";
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");

    private final double share;
    private final DoubleSupplier lot;

    @Inject
    public DoorSampling(@ConfigProperty(name = "tideline.traces-share", defaultValue = "1") double share) {
        this(share, () -> ThreadLocalRandom.current().nextDouble());
    }

    DoorSampling(double share, DoubleSupplier lot) {
        this.share = share;
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
        boolean decided = above.isValid() && (!above.isRemote() || GRAPH.equals(attributes.get(PATH)));
        boolean kept = decided ? above.isSampled() : lot.getAsDouble() < share;
        return kept ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "share=" + share;
    }
}
