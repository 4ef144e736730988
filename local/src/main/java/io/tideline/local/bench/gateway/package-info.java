/** Measures the gateway alone: subgraphs that only answer, a query that keeps it busy, and what that cost it. */
@NullMarked
package io.tideline.local.bench.gateway;

import org.jspecify.annotations.NullMarked;
