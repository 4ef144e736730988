package io.tideline.gateway.operation;

import java.util.List;

/** A request that is refused before anything is executed. */
public final class RefusedRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<RequestProblem> problems;

    public RefusedRequest(List<RequestProblem> problems) {
        super(problems.get(0).message(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public static RefusedRequest of(String code, String message) {
        return new RefusedRequest(List.of(RequestProblem.of(code, message)));
    }

    public List<RequestProblem> problems() {
        return problems;
    }
}
