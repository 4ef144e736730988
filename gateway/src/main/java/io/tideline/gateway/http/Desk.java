package io.tideline.gateway.http;

import io.tideline.gateway.access.Contract;
import io.tideline.gateway.execute.ExecutionProblem;
import io.tideline.gateway.execute.Program;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.OperationReader;
import io.tideline.gateway.plan.Plan;
import io.tideline.gateway.respond.Projection;
import io.tideline.gateway.supergraph.Remembered;
import io.tideline.gateway.supergraph.Supergraph;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What serves the callers of one contract: how to read their operations, and those that are already planned. */
final class Desk {
    private static final String DENIED = "UNAUTHORIZED_FIELD_OR_TYPE";
    private static final int PLANS = 1_000;
    /** Characters of the operations that are planned. */
    private static final int MOST = 1 << 20;

    private final Contract contract;
    private final Contract granted;
    private final Supergraph supergraph;
    private final OperationReader reader;
    private final Function<Operation, Plan> planner;
    private final Remembered<String, Prepared> prepared =
            new Remembered<>(PLANS, (normalised, any) -> normalised.length(), MOST);

    /** An operation ready to run: its program, how its answer is written, and what the caller is not given. */
    record Prepared(Program program, Projection projection, List<ExecutionProblem> denials, UsualSize usual) {}

    /**
     * @param contract what the callers are shown
     * @param granted what they are given; less than they are shown where what is denied is answered with null
     */
    Desk(
            Contract contract,
            Contract granted,
            Supergraph supergraph,
            OperationReader reader,
            Function<Operation, Plan> planner) {
        this.contract = contract;
        this.granted = granted;
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
        Plan plan = planner.apply(operation);
        Projection projection = Projection.of(operation, plan.shape(), granted, supergraph);
        List<ExecutionProblem> denials = operation.denied().stream()
                .map(path -> new ExecutionProblem(DENIED, "This field is not open to you", path, Map.of()))
                .toList();
        return new Prepared(new Program(plan, granted.hidden()), projection, denials, new UsualSize());
    }
}
