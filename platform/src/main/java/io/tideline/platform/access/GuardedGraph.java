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

    /**
     * Where Quarkus starts an application again in one JVM, for other test resources or after a change in development, SmallRye still calls the service
     * of the first, whose classes the second's container does not know: the work is then handed to this class as the second has it.
     */
    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder graph) {
        EventingService present = present();
        return present.getClass() == GuardedGraph.class ? guard(graph) : present.beforeGraphQLBuild(graph);
    }

    private static EventingService present() {
        try {
            ClassLoader started = Thread.currentThread().getContextClassLoader();
            return Class.forName(GuardedGraph.class.getName(), true, started)
                    .asSubclass(EventingService.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("The graph cannot be guarded.", missing);
        }
    }

    private static GraphQL.Builder guard(GraphQL.Builder graph) {
        CurrentCaller callers = Arc.container().instance(CurrentCaller.class).get();
        graph.instrumentation(new FieldGuard(callers)).defaultDataFetcherExceptionHandler(new Faults());
        return graph;
    }
}
