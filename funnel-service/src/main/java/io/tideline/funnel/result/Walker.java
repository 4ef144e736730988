package io.tideline.funnel.result;

import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.Journey;
import java.util.List;

/** What is done with customers' moments, one customer after the other; journeys are only lent. */
interface Walker {
    /** @param ways one journey, or those of each value that must stay the same */
    void walk(PackedJourney packed, List<Journey> ways);
}
