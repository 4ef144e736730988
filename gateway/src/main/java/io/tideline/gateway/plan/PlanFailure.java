package io.tideline.gateway.plan;

/** An operation that no plan can answer, or that is not planned within its budget. */
public final class PlanFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PlanFailure(String message) {
        super(message, null, false, false);
    }
}
