package io.tideline.survey.delivery;

import io.tideline.platform.ingest.IngestRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of events as sent. */
record DeliveryRow(String survey, String response, EventKind kind, @Nullable String customer, @Nullable Instant at) {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final int LONGEST_KEY = 200;

    static DeliveryRow read(IngestRow row) {
        Instant at = row.instant("at");
        if (at != null && (at.isBefore(EARLIEST) || !at.isBefore(LATEST))) {
            throw row.invalid("at", "must lie between " + EARLIEST + " and " + LATEST);
        }
        String response = row.requiredText("response");
        if (response.length() > LONGEST_KEY) {
            throw row.invalid("response", "is longer than " + LONGEST_KEY + " characters");
        }
        return new DeliveryRow(
                row.requiredText("survey"),
                response,
                EventKind.of(row.requiredText("event"))
                        .orElseThrow(() -> row.invalid("event", "must be sent, shown, started or dismissed")),
                row.key("customer"),
                at);
    }
}
