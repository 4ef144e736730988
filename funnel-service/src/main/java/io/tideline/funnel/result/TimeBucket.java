package io.tideline.funnel.result;

import io.tideline.platform.graph.Cost;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** Times of one length. */
@Description("How many times lie within one bucket of a histogram.")
@Cost(weight = 0)
public record TimeBucket(
        @Description("Seconds from which on they count, inclusive.") double fromSeconds,
        @Nullable
                @Description(
                        "Seconds up to which they count: exclusive, inclusive in the last bucket of equal width; null for all that are longer.")
                Double toSeconds,
        @Description("How many; 0 is a value here.") int count) {}
