package io.tideline.funnel.event;

import io.tideline.funnel.customer.NamedCustomer;
import io.tideline.platform.ingest.IngestRow;
import io.tideline.platform.sql.Ids;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was sent.
 *
 * @param id the sender's id, or null: then {@code canonical}, the row's content, is what makes it unique
 * @param properties every further field as a JSON object, or null without any
 */
record EventRow(
        @Nullable String id,
        @Nullable String canonical,
        String customer,
        String name,
        Instant at,
        @Nullable String properties) {
    private static final Set<String> NAMED_FIELDS = Set.of("id", "customer", "name", "at");
    private static final int MAX_NAME = 200;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    static EventRow read(IngestRow row) {
        String id = row.text("id");
        String customer = row.requiredText("customer");
        String name = row.requiredText("name");
        if (name.length() > MAX_NAME) {
            throw row.invalid("name", "is longer than " + MAX_NAME + " characters");
        }
        Instant at = row.requiredInstant("at");
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw row.invalid("at", "must lie between the years 1900 and 2200");
        }
        String properties = row.otherFields(NAMED_FIELDS);
        return new EventRow(
                id,
                id == null ? row.canonical() : null,
                customer,
                name,
                at,
                properties.length() > 2 ? properties : null);
    }

    Moment moment(String tenant) {
        return new Moment(
                id != null ? Ids.uuid(tenant, "event", id) : Ids.ofContent(tenant, "event", String.valueOf(canonical)),
                NamedCustomer.of(tenant, customer),
                MomentName.event(name),
                at,
                properties);
    }
}
