/** The composed supergraph and what each subgraph can answer; read from a file, knows nothing of requests. */
@NullMarked
package io.tideline.gateway.supergraph;

import org.jspecify.annotations.NullMarked;
