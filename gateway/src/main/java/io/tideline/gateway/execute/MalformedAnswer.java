package io.tideline.gateway.execute;

/** A subgraph's answer that is not the JSON of a GraphQL answer to what it was asked. */
final class MalformedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedAnswer(String message) {
        super(message, null, false, false);
    }
}
