package io.tideline.gateway.plan;

import java.util.List;

/** A fetch that brings the objects of a place: where in its selection they stand, and what can be selected there. */
record Source(FetchDraft fetch, List<DraftNode> nodes, List<Spot> spots) {

    /** Whether the objects are the entities that the fetch asks for, not ones it finds along a field. */
    boolean isAskedByKey() {
        return fetch.entities && nodes.stream().anyMatch(node -> node.shape == fetch.shape);
    }
}
