package io.tideline.gateway.execute;

import io.tideline.gateway.subgraph.CallTerms;
import io.tideline.gateway.subgraph.SubgraphClient;
import io.tideline.gateway.supergraph.Supergraph;
import io.vertx.core.Future;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Runs programs against the subgraphs of one supergraph. */
public final class Executor {
    private final SubgraphClient client;
    private final String[] typeNames;
    private final ToIntFunction<String> typeNumber;

    public Executor(Supergraph supergraph, SubgraphClient client) {
        this.client = client;
        this.typeNames = supergraph.runtimeTypes().toArray(String[]::new);
        this.typeNumber = supergraph::number;
    }

    /** Runs all calls; always succeeds, what went wrong is among the problems. */
    public Future<Merged> run(Program program, Map<String, byte[]> variables, CallTerms terms) {
        return new Run(this, program, variables, terms).start();
    }

    /** The terms of an operation that begins now. */
    public CallTerms terms(@Nullable String authorization, boolean readOnly) {
        return client.terms(authorization, readOnly);
    }

    SubgraphClient client() {
        return client;
    }

    String[] typeNames() {
        return typeNames;
    }

    ToIntFunction<String> typeNumber() {
        return typeNumber;
    }
}
