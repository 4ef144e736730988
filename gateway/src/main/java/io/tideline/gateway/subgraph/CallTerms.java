package io.tideline.gateway.subgraph;

import org.jspecify.annotations.Nullable;

/**
 * What all calls of one operation share.
 *
 * @param authorization the header to pass on
 * @param readOnly whether asking twice does no harm
 * @param end when all of them must be over, as {@link System#nanoTime()}
 */
public record CallTerms(@Nullable String authorization, boolean readOnly, long end) {}
