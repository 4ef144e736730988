package io.tideline.gateway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A budget of 100 ms with clocks that go on by so much each time somebody looks. */
class TimeLimitTest {
    private static final Supergraph SUPERGRAPH = SupergraphReader.read(
            Supply.supergraph(
                    """
            type Query @join__type(graph: A) @join__type(graph: B) { boat: Boat @join__field(graph: A) }
            type Boat @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") {
              id: ID! name: String @join__field(graph: B)
            }
            """));
    private static final Duration BUDGET = Duration.ofMillis(100);

    private static final class Steps implements PlanClock {
        private final Duration cpuStep;
        private final Duration wallStep;
        private long cpu;
        private long wall;

        Steps(Duration cpuStep, Duration wallStep) {
            this.cpuStep = cpuStep;
            this.wallStep = wallStep;
        }

        @Override
        public long cpu() {
            cpu += cpuStep.toNanos();
            return cpu;
        }

        @Override
        public long wall() {
            wall += wallStep.toNanos();
            return wall;
        }
    }

    private static Plan plan(Duration cpuStep, Duration wallStep) {
        Contract contract = new Contracts(SUPERGRAPH, true).of(Caller.ANONYMOUS);
        Operation operation = new OperationReader(contract.schema(), SUPERGRAPH, Limits.PUBLIC)
                .read(new GraphqlRequest("{ boat { name } }", null, Map.of(), Map.of()));
        return new Planner(SUPERGRAPH, BUDGET, new Steps(cpuStep, wallStep)).plan(operation);
    }

    private static void assertRefused(Duration cpuStep, Duration wallStep) {
        assertThatThrownBy(() -> plan(cpuStep, wallStep))
                .isInstanceOfSatisfying(PlanFailure.class, failure -> assertThat(failure.isLate())
                        .isTrue());
    }

    @Test
    void plansWhileItsThreadWaitsForAProcessor() {
        assertThat(plan(Duration.ofMillis(1), Duration.ofSeconds(2)).nodes()).hasSize(2);
    }

    @Test
    void endsWhenItsThreadHasWorkedForTenBudgets() {
        assertRefused(Duration.ofMillis(1_001), Duration.ofMillis(1));
    }

    @Test
    void endsWhenNobodyWouldWaitAnyLonger() {
        assertRefused(Duration.ZERO, Duration.ofMillis(10_001));
    }
}
