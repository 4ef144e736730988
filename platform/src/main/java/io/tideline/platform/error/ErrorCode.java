package io.tideline.platform.error;

/** Every error that a caller can meet, with the family that decides its HTTP status. */
public enum ErrorCode {
    UNAUTHENTICATED(Family.IDENTITY),
    FORBIDDEN(Family.ACCESS),
    UNAUTHORIZED_FIELD_OR_TYPE(Family.ACCESS),
    BAD_USER_INPUT(Family.CALLER),
    INVALID_CURSOR(Family.CALLER),
    GRAPHQL_PARSE_FAILED(Family.CALLER),
    GRAPHQL_VALIDATION_FAILED(Family.CALLER),
    PERSISTED_QUERY_NOT_FOUND(Family.CALLER),
    PAYLOAD_TOO_LARGE(Family.SIZE),
    NOT_FOUND(Family.MISSING),
    CONFLICT(Family.CONFLICT),
    RATE_LIMITED(Family.RATE),
    COST_ESTIMATED_TOO_EXPENSIVE(Family.CALLER),
    UNAVAILABLE(Family.UPSTREAM),
    SUBGRAPH_UNAVAILABLE(Family.UPSTREAM),
    GATEWAY_TIMEOUT(Family.UPSTREAM),
    INTERNAL_SERVER_ERROR(Family.BUG);

    /** Whose fault it is, and so which status answers it. */
    public enum Family {
        CALLER(400),
        IDENTITY(401),
        ACCESS(403),
        MISSING(404),
        CONFLICT(409),
        SIZE(413),
        RATE(429),
        UPSTREAM(503),
        BUG(500);

        private final int status;

        Family(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Family family;

    ErrorCode(Family family) {
        this.family = family;
    }

    public Family family() {
        return family;
    }
}
