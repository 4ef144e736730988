package io.tideline.gateway.http;

import io.tideline.gateway.access.Caller;
import io.tideline.gateway.access.Contract;
import io.tideline.gateway.access.Contracts;
import io.tideline.gateway.execute.Executor;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.operation.OperationReader;
import io.tideline.gateway.operation.cost.Weights;
import io.tideline.gateway.plan.Planner;
import io.tideline.gateway.subgraph.SubgraphClient;
import io.tideline.gateway.supergraph.Remembered;
import io.tideline.gateway.supergraph.Supergraph;
import java.time.Duration;

/** All that follows from one supergraph. A request keeps the generation it began with when another takes over. */
final class Generation {
    private static final int DESKS = 64;

    private final Supergraph supergraph;
    private final boolean open;
    private final Contracts contracts;
    private final Executor executor;
    private final Limits limits;
    private final Weights weights;
    private final Planner planner;
    private final Remembered<Contract, Desk> desks = new Remembered<>(DESKS);

    Generation(Supergraph supergraph, boolean open, SubgraphClient client, Limits limits, Duration planBudget) {
        this.supergraph = supergraph;
        this.open = open;
        this.contracts = new Contracts(supergraph, open);
        this.executor = new Executor(supergraph, client);
        this.limits = limits;
        this.weights = new Weights(supergraph);
        this.planner = new Planner(supergraph, planBudget);
    }

    Supergraph supergraph() {
        return supergraph;
    }

    /** Whether nobody is asked who they are. */
    boolean isOpen() {
        return open;
    }

    Executor executor() {
        return executor;
    }

    Desk desk(Caller caller) {
        return desks.get(contracts.of(caller), this::open);
    }

    private Desk open(Contract contract) {
        return new Desk(
                contract, supergraph, new OperationReader(contract.schema(), supergraph, limits, weights), planner);
    }
}
