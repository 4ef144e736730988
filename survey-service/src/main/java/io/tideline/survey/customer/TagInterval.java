package io.tideline.survey.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record TagInterval(UUID customer, String tag, Instant from, @Nullable Instant until) {
    /** What makes it the same interval when its end is told later. */
    record Key(UUID customer, String tag, Instant from) {}

    Key key() {
        return new Key(customer, tag, from);
    }
}
