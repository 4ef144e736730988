package io.tideline.gateway.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready with a supergraph; says which one, and why the newest file was refused if it was. */
@Readiness
@ApplicationScoped
public class SupergraphHealth implements HealthCheck {
    private final Supergraphs supergraphs;

    public SupergraphHealth(Supergraphs supergraphs) {
        this.supergraphs = supergraphs;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder check = HealthCheckResponse.named("supergraph")
                .up()
                .withData("hash", supergraphs.current().supergraph().hash());
        String refused = supergraphs.refused();
        return (refused.isEmpty() ? check : check.withData("refused", refused)).build();
    }
}
