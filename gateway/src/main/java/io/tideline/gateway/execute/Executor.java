package io.tideline.gateway.execute;

import io.tideline.gateway.plan.PlanNode;
import io.tideline.gateway.subgraph.CallTerms;
import io.tideline.gateway.subgraph.SubgraphCall;
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
        return new Run(this, program, variables, terms, null).start();
    }

    /** What a subscription asks its subgraph. */
    public SubgraphCall subscription(Program program, Map<String, byte[]> variables, CallTerms terms) {
        PlanNode node = program.plan.nodes().get(0);
        Bytes body = Run.rootBody(program.calls.get(0), variables);
        String name = node.graph().name();
        SubgraphCall.Target target =
                new SubgraphCall.Target(name, client.address(name, node.graph().url()));
        return new SubgraphCall(target, body.toArray(), terms, 1);
    }

    /** Runs what follows from one event of a subscription: the event is the answer of the first call. */
    public Future<Merged> follow(Program program, Map<String, byte[]> variables, CallTerms terms, byte[] event) {
        return new Run(this, program, variables, terms, event).start();
    }

    /** The terms of an operation that begins now. */
    public CallTerms terms(@Nullable String authorization, boolean readOnly, CallTerms.Origin origin) {
        return client.terms(authorization, readOnly, origin);
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
