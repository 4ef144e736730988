package io.tideline.gateway.execute;

import java.util.List;
import java.util.Map;

/** An error of the answer in the client's terms: the path names the client's response keys. */
public record ExecutionProblem(String code, String message, List<Object> path, Map<String, Object> extensions) {

    public ExecutionProblem {
        path = List.copyOf(path);
    }
}
