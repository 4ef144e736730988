package io.tideline.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.SourceLocation;
import io.tideline.gateway.execute.Bytes;
import io.tideline.gateway.execute.ExecutionProblem;
import io.tideline.gateway.operation.RequestProblem;
import io.tideline.gateway.subgraph.SubgraphFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Writes errors as GraphQL has them: message, place, path, and in the extensions a code and the id of the request. */
final class Errors {
    private static final Logger LOG = Logger.getLogger(Errors.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 20;

    private Errors() {}

    static Answer refusal(List<RequestProblem> problems, String traceId) {
        Bytes body = new Bytes(256);
        body.write("{\"errors\":");
        writeRefused(body, problems, traceId);
        body.write('}');
        boolean method = problems.get(0).code().equals(GraphqlRoute.METHOD_NOT_ALLOWED);
        return new Answer(body, method ? 405 : 400);
    }

    static Answer refusal(String code, String message, String traceId) {
        return refusal(List.of(RequestProblem.of(code, message)), traceId);
    }

    /** The last answer of a subscription whose subgraph went away; why stands in the log. */
    static Answer unavailable(SubgraphFailure failure) {
        LOG.warnf("subscription ended: %s", failure.getMessage());
        Bytes body = new Bytes(256);
        body.write("{\"data\":null,\"errors\":");
        body.write(encode(List.of(Map.of(
                "message",
                "The subgraph does not answer any more",
                "extensions",
                Map.of("code", "SUBGRAPH_UNAVAILABLE")))));
        body.write('}');
        return new Answer(body, 200);
    }

    private static void writeRefused(Bytes out, List<RequestProblem> problems, String traceId) {
        List<Map<String, Object>> errors = new ArrayList<>();
        for (RequestProblem problem : problems) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("message", problem.message());
            if (!problem.places().isEmpty()) {
                error.put(
                        "locations",
                        problem.places().stream().map(Errors::place).toList());
            }
            Map<String, Object> extensions = new LinkedHashMap<>(problem.details());
            extensions.put("code", problem.code());
            extensions.put("traceId", traceId);
            error.put("extensions", extensions);
            errors.add(error);
        }
        out.write(encode(errors));
    }

    private static Map<String, Integer> place(SourceLocation location) {
        Map<String, Integer> place = new LinkedHashMap<>();
        place.put("line", location.getLine());
        place.put("column", location.getColumn());
        return place;
    }

    static void write(Bytes out, List<ExecutionProblem> problems, String traceId) {
        List<Map<String, Object>> errors = new ArrayList<>();
        for (ExecutionProblem problem : problems.subList(0, Math.min(SHOWN, problems.size()))) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("message", problem.message());
            if (!problem.path().isEmpty()) {
                error.put("path", problem.path());
            }
            Map<String, Object> extensions = new LinkedHashMap<>(problem.extensions());
            extensions.put("code", problem.code());
            extensions.put("traceId", traceId);
            error.put("extensions", extensions);
            errors.add(error);
        }
        out.write(encode(errors));
    }

    static byte[] encode(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
