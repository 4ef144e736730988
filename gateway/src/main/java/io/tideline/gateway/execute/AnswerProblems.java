package io.tideline.gateway.execute;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tideline.gateway.plan.Reading;
import io.tideline.gateway.plan.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the errors of a subgraph and says them in the client's terms. An error with a code of its own was meant for
 * callers and is passed on; what looks like a fault of the subgraph or of the plan only says that there was one.
 */
final class AnswerProblems {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN = 20;
    private static final Logger LOG = Logger.getLogger(AnswerProblems.class);
    private static final String FAULT = "INTERNAL_SERVER_ERROR";
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");
    /** Codes with which servers speak of themselves or of the document, which the client did not write. */
    private static final Set<String> FAULTS =
            Set.of(FAULT, "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "DOWNSTREAM_SERVICE_ERROR");
    /** What servers add for those who run them. */
    private static final Set<String> INSIDE =
            Set.of("classification", "debug", "exception", "serviceName", "stackTrace", "stacktrace");
    /** Under this id the subgraph's own log has the cause. */
    private static final String ERROR_ID = "errorId";

    private AnswerProblems() {}

    static List<JsonNode> read(byte[] bytes, int from, int to) {
        try {
            JsonNode errors = JSON.readTree(bytes, from, to - from);
            List<JsonNode> list = new ArrayList<>();
            if (errors.isArray()) {
                errors.forEach(list::add);
            }
            return list.subList(0, Math.min(SHOWN, list.size()));
        } catch (IOException notJson) {
            throw new MalformedAnswer("the errors are not JSON");
        }
    }

    static ExecutionProblem problem(JsonNode error, String call, List<Object> path) {
        JsonNode given = error.path("extensions");
        String code = given.path("code").asText("");
        if (!CODE.matcher(code).matches() || FAULTS.contains(code)) {
            return fault(error, call, path);
        }
        Map<String, Object> extensions = new LinkedHashMap<>();
        given.properties().forEach(field -> {
            if (!INSIDE.contains(field.getKey())) {
                extensions.put(field.getKey(), plain(field.getValue()));
            }
        });
        return new ExecutionProblem(code, error.path("message").asText("No reason was given"), path, extensions);
    }

    private static ExecutionProblem fault(JsonNode error, String call, List<Object> path) {
        String id = error.path("extensions").path(ERROR_ID).asText("");
        LOG.warnf("%s path=%s errorId=%s answered a fault", call, path, id);
        LOG.debugf("%s errorId=%s %s", call, id, error);
        Map<String, Object> extensions = id.isEmpty() ? Map.of() : Map.of(ERROR_ID, id);
        return new ExecutionProblem(FAULT, "Something went wrong", path, extensions);
    }

    private static Object plain(JsonNode node) {
        try {
            Object value = JSON.treeToValue(node, Object.class);
            return value == null ? "" : value;
        } catch (JsonProcessingException unreadable) {
            return node.toString();
        }
    }

    /** The client's path of an error below a reading; it ends before anything only the plan asked for. */
    static List<Object> clientPath(List<Object> above, JsonNode path, int skip, Reading reading) {
        List<Object> client = new ArrayList<>(above);
        @Nullable Reading at = reading;
        for (int index = skip; index < path.size(); index++) {
            JsonNode step = path.get(index);
            if (step.isInt()) {
                client.add(step.asInt());
                continue;
            }
            Reading.Entry entry = at == null ? null : entry(at, step.asText());
            Shape shape = at == null ? null : at.shape();
            if (entry == null || entry.isTypename() || shape == null || shape.isInternal(entry.slot())) {
                return client;
            }
            client.add(shape.keyAt(entry.slot()));
            at = entry.below();
        }
        return client;
    }

    private static Reading.@Nullable Entry entry(Reading reading, String key) {
        return reading.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** The path of an error of {@code _entities}: the object it is about, then the field below it. */
    static List<Object> entityPath(
            JsonNode path, Reading reading, IntFunction<List<Object>> objectPath, List<Object> otherwise) {
        if (path.size() < 2 || !path.get(1).isInt()) {
            return otherwise;
        }
        return clientPath(objectPath.apply(path.get(1).asInt()), path, 2, reading);
    }
}
