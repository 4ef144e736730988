package io.tideline.gateway.execute;

import java.util.List;

/** All that the subgraphs answered: the merged tree and what went wrong. */
public record Merged(Item root, List<ExecutionProblem> problems) {}
