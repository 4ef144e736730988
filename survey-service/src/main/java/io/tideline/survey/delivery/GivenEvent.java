package io.tideline.survey.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event that somebody known brings. */
record GivenEvent(UUID survey, String response, EventKind kind, @Nullable String customer, @Nullable Instant at) {
    /** What makes it the same event. */
    record Id(UUID survey, String response, EventKind kind) {}

    Id id() {
        return new Id(survey, response, kind);
    }
}
