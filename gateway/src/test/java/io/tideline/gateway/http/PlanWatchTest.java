package io.tideline.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tideline.gateway.Supply;
import io.tideline.gateway.access.Caller;
import io.tideline.gateway.access.Contracts;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.OperationReader;
import io.tideline.gateway.plan.Planner;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.SupergraphReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanWatchTest {
    private static final Supergraph SUPERGRAPH =
            SupergraphReader.read(Supply.supergraph("type Query @join__type(graph: A) { tide: String wind: String }"));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Planner planner = new Planner(SUPERGRAPH, Duration.ofSeconds(5));
    private final List<LogRecord> told = new CopyOnWriteArrayList<>();
    private final Logger log = Logger.getLogger(PlanWatch.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            told.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        log.addHandler(handler);
    }

    @AfterEach
    void stop() {
        log.removeHandler(handler);
    }

    private static Operation operation(String query) {
        OperationReader reader = new OperationReader(
                new Contracts(SUPERGRAPH, true).of(Caller.ANONYMOUS).schema(), SUPERGRAPH, Limits.PUBLIC);
        return reader.read(new GraphqlRequest(query, null, Map.of(), Map.of()));
    }

    @Test
    void tellsOfASlowPlanOnceAndTimesAll() {
        PlanWatch watch = new PlanWatch(meters, Duration.ZERO);

        watch.plan(planner, operation("query Tide { tide }"));
        watch.plan(planner, operation("query Tide { tide }"));
        watch.plan(planner, operation("query Wind { wind }"));

        assertThat(told).hasSize(2);
        assertThat(meters.timer("tideline.gateway.plan").count()).isEqualTo(3);
    }

    @Test
    void isSilentAboutTheOthers() {
        new PlanWatch(meters, Duration.ofHours(1)).plan(planner, operation("{ tide }"));

        assertThat(told).isEmpty();
    }
}
