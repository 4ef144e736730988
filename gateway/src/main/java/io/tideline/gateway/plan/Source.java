package io.tideline.gateway.plan;

import java.util.List;

/** A fetch that brings the objects of a place: where in its selection they stand, and what can be selected there. */
record Source(FetchDraft fetch, List<DraftNode> nodes, List<Spot> spots) {}
