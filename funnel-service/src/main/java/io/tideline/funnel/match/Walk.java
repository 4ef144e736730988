package io.tideline.funnel.match;

import java.util.List;

/** A way to read attempts out of a journey. */
sealed interface Walk permits OneByOneWalk, LatestStartWalk, NearestWalk, AnyOrderWalk {
    /** The attempts in the order in which they ended. */
    List<Attempt> walk(Journey journey, Occurrences occurrences);
}
