package io.tideline.survey.score;

import io.tideline.platform.graph.Dimension;
import io.tideline.platform.time.Period;
import java.time.Instant;

/** Which answers are looked at: whose, when, and how many of each customer. */
record Lens(String tenant, Period period, Segment segment, AnswerMode mode, Instant asOf) {
    Lens narrowedTo(Dimension dimension, String key) {
        return new Lens(tenant, period, segment.narrowedTo(dimension, key), mode, asOf);
    }

    Lens in(Period part) {
        return new Lens(tenant, part, segment, mode, asOf);
    }
}
