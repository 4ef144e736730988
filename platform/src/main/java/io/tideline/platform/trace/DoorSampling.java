package io.tideline.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.DoubleSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which requests of a service are traced. At the door of questions, which takes the gateway's only, the gateway has
 * decided. At the other doors, some of which are public, a share is drawn by lot: the flag of who calls decides nothing.
 */
@Singleton
public class DoorSampling extends SampledByLot {
    private static final String GRAPH = "/graphql";
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");

    @Inject
    public DoorSampling(@ConfigProperty(name = "tideline.traces-share", defaultValue = "1") double share) {
        super(share);
    }

    DoorSampling(double share, DoubleSupplier lot) {
        super(share, lot);
    }

    @Override
    protected boolean follows(Attributes request) {
        return GRAPH.equals(request.get(PATH));
    }
}
