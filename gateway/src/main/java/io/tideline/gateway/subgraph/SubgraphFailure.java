package io.tideline.gateway.subgraph;

/** A subgraph that could not be asked or did not answer in time; the reason is for the log, not for clients. */
public final class SubgraphFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SubgraphFailure(String subgraph, String reason) {
        super(subgraph + ": " + reason, null, false, false);
    }
}
