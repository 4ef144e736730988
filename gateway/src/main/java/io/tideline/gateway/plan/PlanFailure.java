package io.tideline.gateway.plan;

/** An operation that no plan can answer, or that is not planned within its budget. */
public final class PlanFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean late;

    public PlanFailure(String message) {
        this(message, false);
    }

    private PlanFailure(String message, boolean late) {
        super(message, null, false, false);
        this.late = late;
    }

    static PlanFailure outOfTime() {
        return new PlanFailure("The operation could not be planned in time", true);
    }

    /** Whether there may be a plan that was not found in time. */
    public boolean isLate() {
        return late;
    }
}
