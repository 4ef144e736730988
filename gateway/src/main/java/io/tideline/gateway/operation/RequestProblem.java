package io.tideline.gateway.operation;

import graphql.language.SourceLocation;
import java.util.List;

/** One reason why a request is not executed, as the client will read it. */
public record RequestProblem(String code, String message, List<SourceLocation> places) {

    public RequestProblem {
        places = List.copyOf(places);
    }

    public static RequestProblem of(String code, String message) {
        return new RequestProblem(code, message, List.of());
    }
}
