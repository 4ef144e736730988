package io.tideline.gateway.plan;

import io.tideline.gateway.plan.pass.ShareCalls;
import java.util.List;
import java.util.function.UnaryOperator;

/** The passes over a finished plan, in their order. */
final class Passes {
    /** Calls are shared last: nothing after it may move a fetch to another wave. */
    static final List<UnaryOperator<Plan>> ORDER = List.of(ShareCalls::run);

    private Passes() {}

    static Plan run(Plan plan) {
        Plan refined = plan;
        for (UnaryOperator<Plan> pass : ORDER) {
            refined = pass.apply(refined);
        }
        return refined;
    }
}
