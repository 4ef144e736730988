package io.tideline.gateway.http;

import io.tideline.gateway.access.Caller;
import io.tideline.gateway.access.Contract;
import io.tideline.gateway.execute.Bytes;
import io.tideline.gateway.execute.ExecutionProblem;
import io.tideline.gateway.execute.Executor;
import io.tideline.gateway.execute.Merged;
import io.tideline.gateway.operation.GraphqlRequest;
import io.tideline.gateway.operation.Operation;
import io.tideline.gateway.operation.RefusedRequest;
import io.tideline.gateway.plan.PlanFailure;
import io.tideline.gateway.respond.AnswerWriter;
import io.tideline.gateway.subgraph.CallTerms;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The stages of a query in their order: read, gate, plan, run, answer. */
final class QueryPipeline {
    private static final Logger LOG = Logger.getLogger(QueryPipeline.class);

    private QueryPipeline() {}

    static Future<Answer> run(
            Generation generation, GraphqlRequest request, Caller caller, boolean safeMethod, Visit visit) {
        return attempt(() -> stages(generation, request, caller, safeMethod, visit), visit);
    }

    private static Future<Answer> stages(
            Generation generation, GraphqlRequest request, Caller caller, boolean safeMethod, Visit visit) {
        try {
            Desk desk = generation.desk(caller);
            Operation asked = desk.reader().read(request);
            visit.reads(asked, generation.knows(caller));
            refuseUnsafe(asked, safeMethod);
            refuseStream(asked);
            refuseHiddenIntrospection(generation, asked, caller);
            Desk.Prepared prepared = desk.prepare(asked);
            Executor executor = generation.executor();
            CallTerms terms = executor.terms(caller.authorization(), !asked.isMutation(), visit.origin());
            return executor.run(prepared.program(), encode(asked, request), terms)
                    .map(merged -> answer(desk.contract(), asked, request, prepared, merged, visit));
        } catch (RefusedRequest refused) {
            return Future.succeededFuture(Errors.refusal(refused.problems(), visit.traceId()));
        } catch (PlanFailure unplannable) {
            return Future.succeededFuture(unplannable(unplannable, visit));
        }
    }

    /** What an attempt answers; when it breaks, at once or on its way, that is said to the client too. */
    static Future<Answer> attempt(Supplier<Future<Answer>> answering, Visit visit) {
        try {
            return answering.get().otherwise(bug -> broken(bug, visit));
        } catch (RuntimeException bug) {
            return Future.succeededFuture(broken(bug, visit));
        }
    }

    static Answer broken(Throwable bug, Visit visit) {
        LOG.errorf(bug, "requestId=%s", visit.requestId());
        return withoutData("INTERNAL_SERVER_ERROR", "Something went wrong", visit);
    }

    private static void refuseUnsafe(Operation asked, boolean safeMethod) {
        if (safeMethod && asked.isMutation()) {
            throw RefusedRequest.of(GraphqlRoute.METHOD_NOT_ALLOWED, "A mutation needs POST");
        }
    }

    private static void refuseStream(Operation asked) {
        if (asked.isSubscription()) {
            throw RefusedRequest.of(
                    "SUBSCRIPTION_NEEDS_STREAM",
                    "A subscription is answered as text/event-stream or over a WebSocket with graphql-transport-ws");
        }
    }

    private static void refuseHiddenIntrospection(Generation generation, Operation asked, Caller caller) {
        if (asked.introspection() != null && !generation.knows(caller)) {
            throw RefusedRequest.of("INTROSPECTION_DISABLED", "Introspection needs a token");
        }
    }

    static Map<String, byte[]> encode(Operation asked, GraphqlRequest request) {
        if (request.variables().isEmpty()) {
            return Map.of();
        }
        Map<String, byte[]> encoded = new HashMap<>();
        request.variables().forEach((name, value) -> {
            if (asked.variables().containsKey(name)) {
                encoded.put(name, Errors.encode(new @Nullable Object[] {value}));
            }
        });
        encoded.replaceAll((name, bytes) -> Arrays.copyOfRange(bytes, 1, bytes.length - 1));
        return encoded;
    }

    static Answer answer(
            Contract contract,
            Operation asked,
            GraphqlRequest request,
            Desk.Prepared prepared,
            Merged merged,
            Visit visit) {
        List<ExecutionProblem> problems = new ArrayList<>(prepared.denials());
        problems.addAll(merged.problems());
        Bytes body = new Bytes(prepared.usual().room());
        body.write("{\"data\":");
        new AnswerWriter(body, problems)
                .writeData(prepared.projection(), merged.root(), introspect(contract, asked, request));
        visit.answered(!problems.isEmpty());
        if (!problems.isEmpty()) {
            body.write(",\"errors\":");
            Errors.write(body, problems, visit.traceId());
        }
        body.write('}');
        prepared.usual().learn(body.size());
        return new Answer(body, 200);
    }

    private static Map<String, byte[]> introspect(Contract contract, Operation asked, GraphqlRequest request) {
        if (asked.introspection() == null) {
            return Map.of();
        }
        Map<String, byte[]> encoded = new LinkedHashMap<>();
        contract.introspect(asked.introspection(), request.variables())
                .forEach((key, value) -> encoded.put(key, Errors.encode(value)));
        return encoded;
    }

    static Answer unplannable(PlanFailure failure, Visit visit) {
        LOG.warnf("requestId=%s %s", visit.requestId(), failure.getMessage());
        String code = failure.isLate() ? "MAX_PLAN_TIME_LIMIT" : "OPERATION_NOT_ANSWERABLE";
        return withoutData(code, failure.getMessage(), visit);
    }

    /** The answer to an operation of which everything is denied. */
    static Answer nothing(Desk desk, Operation asked, Visit visit) {
        Bytes body = new Bytes(256);
        body.write("{\"data\":null,\"errors\":");
        Errors.write(body, desk.prepare(asked).denials(), visit.traceId());
        body.write('}');
        return new Answer(body, 200);
    }

    private static Answer withoutData(String code, @Nullable String message, Visit visit) {
        visit.answered(true);
        Bytes body = new Bytes(256);
        body.write("{\"data\":null,\"errors\":");
        Errors.write(
                body,
                List.of(new ExecutionProblem(code, String.valueOf(message), List.of(), Map.of())),
                visit.traceId());
        body.write('}');
        return new Answer(body, 200);
    }
}
