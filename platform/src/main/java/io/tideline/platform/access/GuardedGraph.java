package io.tideline.platform.access;

import graphql.GraphQL;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.spi.EventingService;
import io.tideline.platform.error.Faults;

/**
 * Puts the field guard and the error catalogue into SmallRye's engine as it is built. Found by the service loader: the CDI events that could do the same
 * would be fired for every single field.
 */
public final class GuardedGraph implements EventingService {
    /** SmallRye asks this key before it uses the service. The platform's defaults say true; {@link GraphDoor} refuses to start with anything else. */
    static final String KEY = "tideline.graph.guarded";

    @Override
    public String getConfigKey() {
        return KEY;
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder graph) {
        CurrentCaller callers = Arc.container().instance(CurrentCaller.class).get();
        graph.instrumentation(new FieldGuard(callers)).defaultDataFetcherExceptionHandler(new Faults());
        return graph;
    }
}
