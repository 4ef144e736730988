package io.tideline.funnel.result;

import io.tideline.funnel.journey.PackedJourney;
import io.tideline.funnel.match.Attempt;
import io.tideline.platform.graph.Dimension;

/** What attempts are grouped by; the empty text where there is no value. */
interface StageValues {
    /** Of an attempt at a stage it was seen in. */
    String at(PackedJourney packed, Attempt attempt, int stage);

    static StageValues of(Dimension dimension) {
        return (packed, attempt, stage) -> packed.groupAt(dimension, attempt.at(stage));
    }
}
