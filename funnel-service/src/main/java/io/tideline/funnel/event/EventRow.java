package io.tideline.funnel.event;

import io.tideline.funnel.customer.NamedCustomer;
import io.tideline.platform.ingest.IngestRow;
import io.tideline.platform.ingest.RowRejection;
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

    static EventRow read(IngestRow row) {
        String id = row.key("id");
        String customer = row.requiredKey("customer");
        String name = row.requiredText("name");
        if (name.length() > MAX_NAME) {
            throw row.invalid("name", "is longer than " + MAX_NAME + " characters");
        }
        Instant at = row.requiredInstant("at");
        String properties = row.otherFields(NAMED_FIELDS);
        return new EventRow(
                id,
                id == null ? row.canonical() : null,
                customer,
                name,
                at,
                properties.length() > 2 ? properties : null);
    }

    /** An event of a mutation, checked as a row of a batch is. */
    static EventRow of(EventInput event, String canonical, @Nullable String properties) {
        String customer = checked("customer", event.customer());
        String name = checked("name", event.name());
        if (name.length() > MAX_NAME) {
            throw new RowRejection(
                    "INVALID", "name", name, "The field name is longer than " + MAX_NAME + " characters.");
        }
        if (event.at().isBefore(IngestRow.EARLIEST) || !event.at().isBefore(IngestRow.LATEST)) {
            throw new RowRejection("INVALID", "at", null, "The field at must lie between the years 1900 and 2200.");
        }
        String id = event.id();
        return new EventRow(
                id == null ? null : checked("id", id),
                id == null ? canonical : null,
                customer,
                name,
                event.at(),
                properties);
    }

    private static String checked(String field, String text) {
        if (text.isBlank() || text.length() > IngestRow.MAX_KEY || text.indexOf('\0') >= 0) {
            throw new RowRejection(
                    "INVALID",
                    field,
                    null,
                    "The field " + field + " must have 1 to " + IngestRow.MAX_KEY + " characters.");
        }
        return text.strip();
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
