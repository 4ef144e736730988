package io.tideline.gateway.http;

import io.opentelemetry.api.common.Attributes;
import io.tideline.platform.trace.SampledByLot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.DoubleSupplier;

/** Which requests are traced: a share drawn by lot, unless the gateway stands behind one that is trusted to decide. */
@Singleton
public class OwnSampling extends SampledByLot {
    private final boolean byCallers;

    @Inject
    public OwnSampling(GatewaySettings settings) {
        super(settings.traces().share());
        this.byCallers = settings.traces().byCallers();
    }

    OwnSampling(GatewaySettings.Traces settings, DoubleSupplier lot) {
        super(settings.share(), lot);
        this.byCallers = settings.byCallers();
    }

    @Override
    protected boolean follows(Attributes request) {
        return byCallers;
    }
}
