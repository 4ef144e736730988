package io.tideline.gateway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import io.tideline.test.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of {@code plan/} is a case: its query, against its own supergraph or the platform's, has this plan. */
class GoldenPlanTest {
    private static final Path CASES = Path.of("src/test/resources/plan");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void plansSoundlyAndAsReviewed(String name) {
        Path folder = CASES.resolve(name);
        Path own = folder.resolve("supergraph.graphqls");
        Optional<String> sdl = Files.exists(own) ? Optional.of(Supply.text(own)) : Supply.platform();
        assumeTrue(sdl.isPresent(), "the platform's supergraph is not composed yet");
        Supergraph supergraph = SupergraphReader.read(sdl.get());
        Operation operation = read(supergraph, Supply.text(folder.resolve("query.graphql")));

        Plan plan = new Planner(supergraph, PATIENCE).plan(operation);

        assertThat(PlanCheck.faults(supergraph, plan, operation)).isEmpty();
        GoldenFile.check(folder.resolve("plan.txt").toString(), PlanPrinter.print(plan));
    }

    private static Operation read(Supergraph supergraph, String query) {
        Contract contract = new Contracts(supergraph, true).of(Caller.ANONYMOUS);
        OperationReader reader = new OperationReader(contract.schema(), supergraph, Limits.PUBLIC);
        return reader.read(new GraphqlRequest(query, null, Map.of("with", "red"), Map.of()));
    }
}
