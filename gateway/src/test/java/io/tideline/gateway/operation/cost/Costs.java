package io.tideline.gateway.operation.cost;

import io.tideline.gateway.access.Caller;
import io.tideline.gateway.access.Contracts;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.OperationReader;
import io.tideline.gateway.supergraph.Supergraph;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What operations against a supergraph cost. */
final class Costs {
    private Costs() {}

    static OperationReader reader(Supergraph supergraph, double limit) {
        Limits limits = new Limits(2_000, 12, 30, 20, 30, 10_000, limit, 1);
        return new OperationReader(
                new Contracts(supergraph, true).of(Caller.ANONYMOUS).schema(), supergraph, limits);
    }

    static double cost(Supergraph supergraph, String query, Map<String, @Nullable Object> variables) {
        Operation operation =
                reader(supergraph, Double.MAX_VALUE).read(new GraphqlRequest(query, null, variables, Map.of()));
        return Estimate.of(operation, variables, supergraph, new Weights(supergraph), 1)
                .value();
    }
}
