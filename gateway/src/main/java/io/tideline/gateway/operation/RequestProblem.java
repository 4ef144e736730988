package io.tideline.gateway.operation;

import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;

/**
 * One reason why a request is not executed, as the client will read it.
 *
 * @param details members of the extensions beside the code
 */
public record RequestProblem(String code, String message, List<SourceLocation> places, Map<String, Object> details) {

    public RequestProblem {
        places = List.copyOf(places);
        details = Map.copyOf(details);
    }

    public RequestProblem(String code, String message, List<SourceLocation> places) {
        this(code, message, places, Map.of());
    }

    public static RequestProblem of(String code, String message) {
        return new RequestProblem(code, message, List.of());
    }
}
