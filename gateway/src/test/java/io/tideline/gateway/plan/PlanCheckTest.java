package io.tideline.gateway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tideline.gateway.Supply;
import io.tideline.gateway.access.Caller;
import io.tideline.gateway.access.Contract;
import io.tideline.gateway.access.Contracts;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.OperationReader;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.SupergraphReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sound plans with one call taken out: the check misses what it brought, for the one type it was asked of. */
class PlanCheckTest {
    private static final Supergraph SUPERGRAPH = SupergraphReader.read(
            Supply.text(Path.of("src/test/resources/plan/required-of-more-types-than-asked-for/supergraph.graphqls")));

    private static List<String> faultsWithout(String graph, String query) {
        Contract contract = new Contracts(SUPERGRAPH, true).of(Caller.ANONYMOUS);
        Operation operation = new OperationReader(contract.schema(), SUPERGRAPH, Limits.PUBLIC)
                .read(new GraphqlRequest(query, null, Map.of(), Map.of()));
        Plan plan = new Planner(SUPERGRAPH, Duration.ofSeconds(10)).plan(operation);
        assertThat(PlanCheck.faults(SUPERGRAPH, plan, operation)).isEmpty();
        List<PlanNode> rest = plan.nodes().stream()
                .filter(node -> !node.graph().name().equals(graph))
                .toList();
        assertThat(rest).hasSizeLessThan(plan.nodes().size());
        return PlanCheck.faults(SUPERGRAPH, new Plan(plan.shape(), rest), operation);
    }

    @Test
    void missesWhatIsRequiredOfOneTypeOnly() {
        assertThat(faultsWithout("d", "{ ship { pilot toll } }"))
                .anyMatch(fault -> fault.endsWith("needs ship.berth/drift of [Buoy] before it is fetched"))
                .noneMatch(fault -> fault.contains("draught"));
    }

    @Test
    void missesAFieldThatOneTypeSharesTheNameOfWithAnother() {
        assertThat(faultsWithout(
                        "d", "{ ship { berth { ... on Buoy { depth: drift } ... on Quay { depth: draught } } } }"))
                .contains("nothing fetches ship.berth/depth of [Buoy]");
    }
}
