package io.tideline.funnel.match;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to read attempts out of a journey. A moment is one step of an attempt at most; of the stages it matches, later ones are looked at first.
 * What excludes is looked at before what a moment matches: it ends every attempt that is open and stands in the exclusion's stretch, and a moment that ends an
 * attempt begins none.
 */
sealed interface Walk permits OneByOneWalk, EarliestLongestWalk, LatestStartWalk, NearestWalk, AnyOrderWalk {
    /** The attempts in the order in which they ended; null where a moment drops the customer from the funnel. */
    @Nullable
    List<Attempt> walk(Journey journey);
}
