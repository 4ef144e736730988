package io.tideline.gateway.execute;

import io.tideline.gateway.subgraph.SubgraphFailure;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Says of a call that brought nothing what the client may know: that, and of which kind. The rest is for the log. */
final class CallProblems {
    private static final Logger LOG = Logger.getLogger(CallProblems.class);

    private CallProblems() {}

    static ExecutionProblem of(Throwable failure, String call, List<Object> place) {
        if (failure instanceof SubgraphFailure known) {
            LOG.warnf("%s %s", call, known.getMessage());
            return known.isInvalid() ? invalid(place) : unavailable(place);
        }
        if (failure instanceof MalformedAnswer malformed) {
            LOG.warnf("%s %s", call, malformed.getMessage());
            return invalid(place);
        }
        LOG.errorf(failure, "%s", call);
        return new ExecutionProblem("INTERNAL_SERVER_ERROR", "Something went wrong", place, Map.of());
    }

    private static ExecutionProblem unavailable(List<Object> place) {
        String message = "This part of the answer is not available at the moment";
        return new ExecutionProblem("SUBGRAPH_UNAVAILABLE", message, place, Map.of());
    }

    private static ExecutionProblem invalid(List<Object> place) {
        String message = "This part of the answer could not be read";
        return new ExecutionProblem("UPSTREAM_INVALID", message, place, Map.of());
    }
}
