package io.tideline.gateway.subgraph;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * What all calls of one operation share.
 *
 * @param authorization the header to pass on
 * @param readOnly whether asking twice does no harm
 * @param end when all of them must be over, as {@link System#nanoTime()}
 * @param origin where the operation came from
 */
public record CallTerms(@Nullable String authorization, boolean readOnly, long end, Origin origin) {

    /**
     * @param requestId under which the log has what went wrong
     * @param trace the trace the calls belong to; the root context where there is none
     */
    public record Origin(String requestId, Context trace) {}
}
