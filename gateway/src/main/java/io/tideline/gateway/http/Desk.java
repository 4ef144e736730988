package io.tideline.gateway.http;

import io.tideline.gateway.access.Contract;
import io.tideline.gateway.execute.Program;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.OperationReader;
import io.tideline.gateway.plan.Plan;
import io.tideline.gateway.plan.Planner;
import io.tideline.gateway.respond.Projection;
import io.tideline.gateway.supergraph.Remembered;
import io.tideline.gateway.supergraph.Supergraph;

/** What serves the callers of one contract: how to read their operations, and those that are already planned. */
final class Desk {
    private static final int PLANS = 1_000;

    private final Contract contract;
    private final Supergraph supergraph;
    private final OperationReader reader;
    private final Planner planner;
    private final Remembered<String, Prepared> prepared = new Remembered<>(PLANS);

    /** An operation ready to run: its program and how its answer is written. */
    record Prepared(Program program, Projection projection) {}

    Desk(Contract contract, Supergraph supergraph, OperationReader reader, Planner planner) {
        this.contract = contract;
        this.supergraph = supergraph;
        this.reader = reader;
        this.planner = planner;
    }

    Contract contract() {
        return contract;
    }

    OperationReader reader() {
        return reader;
    }

    Prepared prepare(Operation operation) {
        return prepared.get(operation.normalised(), any -> plan(operation));
    }

    private Prepared plan(Operation operation) {
        Plan plan = planner.plan(operation);
        Projection projection =
                Projection.of(operation.root(), operation.selections(), plan.shape(), contract, supergraph);
        return new Prepared(new Program(plan, contract.hidden()), projection);
    }
}
