package io.tideline.gateway.subgraph;

/** A subgraph that could not be asked or gave no usable answer; the reason is for the log, not for clients. */
public final class SubgraphFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as it decides what happens next. */
    public enum Kind {
        /** No connection, a connection that broke, or a status that says the subgraph is not well. */
        UNREACHABLE,
        /** No answer by the deadline. */
        LATE,
        /** No answer by the end of the operation, which left it less time than a call has. */
        HURRIED,
        /** Something came that is no GraphQL answer. */
        INVALID,
        /** A status that blames the request, without a GraphQL answer. */
        REJECTED,
        /** More came than is taken. */
        TOO_LARGE,
        /** Not asked, because its breaker is open or too many calls wait already. */
        REFUSED
    }

    private final Kind kind;

    public SubgraphFailure(String subgraph, Kind kind, String reason) {
        super(subgraph + ": " + reason, null, false, false);
        this.kind = kind;
    }

    /** Whether something came that was no answer, rather than nothing. */
    public boolean isInvalid() {
        return kind == Kind.INVALID || kind == Kind.REJECTED || kind == Kind.TOO_LARGE;
    }

    Kind kind() {
        return kind;
    }

    /** Whether it says neither that the subgraph is well nor that it is not: we did not ask, or did not wait. */
    boolean saysNothingOfIt() {
        return kind == Kind.HURRIED || kind == Kind.REFUSED;
    }

    /** Whether the subgraph is well all the same: what clients can cause must not cut off the others. */
    boolean showsThatItAnswers() {
        return kind == Kind.REJECTED || kind == Kind.TOO_LARGE;
    }

    /** Whether a second try may do better: after a whole deadline there is no time, and nonsense tends to be repeated. */
    boolean isWorthASecondTry() {
        return kind == Kind.UNREACHABLE;
    }
}
