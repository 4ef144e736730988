package io.tideline.gateway.http;

import io.tideline.gateway.access.Caller;
import io.tideline.gateway.access.Contract;
import io.tideline.gateway.access.Contracts;
import io.tideline.gateway.execute.Executor;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.OperationReader;
import io.tideline.gateway.operation.cost.Weights;
import io.tideline.gateway.plan.Plan;
import io.tideline.gateway.plan.Planner;
import io.tideline.gateway.subgraph.SubgraphClient;
import io.tideline.gateway.subgraph.SubgraphStreams;
import io.tideline.gateway.supergraph.Remembered;
import io.tideline.gateway.supergraph.Supergraph;
import java.time.Duration;
import java.util.function.Function;

/** All that follows from one supergraph. A request keeps the generation it began with when another takes over. */
final class Generation {
    private static final int DESKS = 64;

    private final Supergraph supergraph;
    private final boolean open;
    private final boolean showsDenied;
    private final Contracts contracts;
    private final Contracts shownToAll;
    private final Executor executor;
    private final SubgraphStreams streams;
    private final Limits limits;
    private final Weights weights;
    private final Function<Operation, Plan> planner;
    private final Remembered<Contract, Desk> desks = new Remembered<>(DESKS);

    /** How the callers of one supergraph are treated: whether all see everything, and whether they see what is denied. */
    record Manners(boolean open, boolean showsDenied, Limits limits, Duration planBudget) {}

    Generation(Supergraph supergraph, Manners manners, SubgraphClient client, PlanWatch watch) {
        this.streams = client.streams();
        this.supergraph = supergraph;
        this.open = manners.open();
        this.showsDenied = manners.showsDenied() && !open;
        this.contracts = new Contracts(supergraph, open);
        this.shownToAll = new Contracts(supergraph, true);
        this.executor = new Executor(supergraph, client);
        this.limits = manners.limits();
        this.weights = new Weights(supergraph);
        Planner own = new Planner(supergraph, manners.planBudget());
        this.planner = operation -> watch.plan(own, operation);
    }

    Supergraph supergraph() {
        return supergraph;
    }

    /** Whether nobody is asked who they are. */
    boolean isOpen() {
        return open;
    }

    /** Where callers have names, those without one learn nothing of the schema and name nothing. */
    boolean knows(Caller caller) {
        return caller.authenticated() || open;
    }

    SubgraphStreams streams() {
        return streams;
    }

    Executor executor() {
        return executor;
    }

    Desk desk(Caller caller) {
        return desks.get(contracts.of(caller), this::open);
    }

    private Desk open(Contract granted) {
        Contract shown = showsDenied ? shownToAll.of(Caller.ANONYMOUS) : granted;
        OperationReader reader =
                new OperationReader(shown.schema(), showsDenied ? granted.schema() : null, supergraph, limits, weights);
        return new Desk(shown, granted, supergraph, reader, planner);
    }
}
