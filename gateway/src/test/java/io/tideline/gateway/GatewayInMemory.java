package io.tideline.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.tideline.gateway.access.Caller;
import io.tideline.gateway.access.Contract;
import io.tideline.gateway.access.Contracts;
import io.tideline.gateway.execute.Bytes;
import io.tideline.gateway.execute.ExecutionProblem;
import io.tideline.gateway.execute.Executor;
import io.tideline.gateway.execute.Merged;
import io.tideline.gateway.execute.Program;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.Limits;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.OperationReader;
import io.tideline.gateway.plan.Plan;
import io.tideline.gateway.plan.PlanCheck;
import io.tideline.gateway.plan.Planner;
import io.tideline.gateway.respond.AnswerWriter;
import io.tideline.gateway.respond.Projection;
import io.tideline.gateway.subgraph.CallTerms;
import io.tideline.gateway.subgraph.SubgraphClient;
import io.tideline.gateway.subgraph.SubgraphSettings;
import io.tideline.gateway.supergraph.Supergraph;
import io.tideline.gateway.supergraph.SupergraphReader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All stages of the gateway without its door: a query in, the answer's text out. */
public final class GatewayInMemory {
    private static final Duration PLAN_BUDGET = Duration.ofSeconds(10);
    private static final CallTerms.Origin ORIGIN = new CallTerms.Origin("request-1", Context.root());
    private static final int MAX_ANSWER = 1 << 20;

    private final Supergraph supergraph;
    private final Contract contract;
    private final OperationReader reader;
    private final Executor executor;

    public GatewayInMemory(Vertx vertx, String sdl, Map<String, String> urls, Duration deadline) {
        this(vertx, sdl, urls, deadline, null);
    }

    /** A gateway as this caller meets it; without a caller nothing is guarded. */
    public GatewayInMemory(
            Vertx vertx, String sdl, Map<String, String> urls, Duration deadline, @Nullable Caller caller) {
        this(sdl, caller, client(vertx, urls, deadline));
    }

    public GatewayInMemory(String sdl, @Nullable Caller caller, SubgraphClient client) {
        this(sdl, caller, client, Limits.PUBLIC);
    }

    public GatewayInMemory(String sdl, @Nullable Caller caller, SubgraphClient client, Limits limits) {
        supergraph = SupergraphReader.read(sdl);
        contract = new Contracts(supergraph, caller == null).of(caller == null ? Caller.ANONYMOUS : caller);
        reader = new OperationReader(contract.schema(), supergraph, limits);
        executor = new Executor(supergraph, client);
    }

    public static SubgraphClient client(Vertx vertx, Map<String, String> urls, Duration deadline) {
        return client(vertx, urls, bounds(deadline), new SimpleMeterRegistry());
    }

    /** A client whose operations may take twice as long as one of their calls. */
    public static SubgraphClient client(
            Vertx vertx, Map<String, String> urls, SubgraphSettings.Bounds bounds, MeterRegistry meters) {
        Duration whole = bounds.deadline().multipliedBy(2);
        return new SubgraphClient(
                vertx,
                new SubgraphSettings(urls, Map.of(), whole, bounds),
                meters,
                TracerProvider.noop().get(""));
    }

    /** Bounds that only the deadline makes felt: calls wait for each other, failures are met each time. */
    private static SubgraphSettings.Bounds bounds(Duration deadline) {
        SubgraphSettings.Breaker never = new SubgraphSettings.Breaker(1_000, 100, Duration.ofSeconds(1));
        return new SubgraphSettings.Bounds(deadline, MAX_ANSWER, 4, 100, 100, deadline, 0, never);
    }

    public String ask(String query) {
        return ask(query, Map.of(), null);
    }

    public String ask(String query, Map<String, @Nullable Object> variables, @Nullable String authorization) {
        return begin(query, variables, authorization)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** The answer once it is there. */
    public Future<String> begin(String query) {
        return begin(query, Map.of(), null);
    }

    private Future<String> begin(
            String query, Map<String, @Nullable Object> variables, @Nullable String authorization) {
        Operation operation = reader.read(new GraphqlRequest(query, null, variables, Map.of()));
        Plan plan = new Planner(supergraph, PLAN_BUDGET).plan(operation);
        List<String> faults = PlanCheck.faults(supergraph, plan, operation);
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.toString());
        }
        Map<String, byte[]> encoded = new HashMap<>();
        variables.forEach((name, value) -> encoded.put(name, Json.encode(value).getBytes(StandardCharsets.UTF_8)));
        return executor.run(
                        new Program(plan, contract.hidden()),
                        encoded,
                        executor.terms(authorization, !operation.isMutation(), ORIGIN))
                .map(merged -> write(operation, plan, merged));
    }

    private String write(Operation operation, Plan plan, Merged merged) {
        Projection projection =
                Projection.of(operation.root(), operation.selections(), plan.shape(), contract, supergraph);
        List<ExecutionProblem> problems = new ArrayList<>(merged.problems());
        Bytes out = new Bytes(256);
        out.write("{\"data\":");
        new AnswerWriter(out, problems).writeData(projection, merged.root(), Map.of());
        if (!problems.isEmpty()) {
            out.write(",\"errors\":"
                    + Json.encode(problems.stream().map(GatewayInMemory::view).toList()));
        }
        out.write("}");
        return new String(out.toArray(), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> view(ExecutionProblem problem) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("message", problem.message());
        view.put("path", problem.path());
        view.put("code", problem.code());
        return view;
    }
}
