/** Stage 1, read: text becomes a parsed, validated and normalised operation; knows no subgraph and no plan. */
@NullMarked
package io.tideline.gateway.operation;

import org.jspecify.annotations.NullMarked;
