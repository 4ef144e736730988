/** The only package that speaks HTTP to subgraphs: pools, deadlines, shared calls, assertions. */
@NullMarked
package io.tideline.gateway.subgraph;

import org.jspecify.annotations.NullMarked;
