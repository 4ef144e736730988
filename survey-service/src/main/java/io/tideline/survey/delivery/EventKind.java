package io.tideline.survey.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happens to a copy of a survey. Only those who send it know that it was SENT; the page tells the rest. */
enum EventKind {
    SENT,
    SHOWN,
    STARTED,
    DISMISSED;

    static Optional<EventKind> of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
