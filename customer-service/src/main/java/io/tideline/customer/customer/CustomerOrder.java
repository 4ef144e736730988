package io.tideline.customer.customer;

import io.tideline.platform.graph.Cursor;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** How a list of customers is sorted. */
@Input("CustomerOrder")
@Description("How a list of customers is sorted.")
public record CustomerOrder(
        @NonNull @Description("What to sort by.") CustomerOrderField field,
        @DefaultValue("ASC") @Description("Which way.") SortDirection direction) {
    static final CustomerOrder NEWEST_FIRST = new CustomerOrder(CustomerOrderField.ACQUIRED_AT, SortDirection.DESC);

    private static final String NEVER = "-infinity";
    private static final int PARTS = 3;

    /** Where a page goes on: the sort value and the id of a customer. */
    record Position(String key, UUID id) {}

    boolean goesUp(boolean backward) {
        return (direction == SortDirection.ASC) != backward;
    }

    String cursorOf(Customer customer) {
        String key = URLEncoder.encode(keyOf(customer), StandardCharsets.UTF_8);
        return Cursor.encode(field, key, customer.links().customer());
    }

    /** INVALID_CURSOR where the cursor is of a list in another order. */
    Position positionOf(String cursor) {
        List<String> parts = Cursor.decode(cursor, PARTS);
        try {
            String key = URLDecoder.decode(parts.get(1), StandardCharsets.UTF_8);
            boolean isOfThisOrder =
                    parts.get(0).equals(field.name()) && (field != CustomerOrderField.ACQUIRED_AT || isMoment(key));
            if (isOfThisOrder && key.indexOf(0) < 0) {
                return new Position(key, UUID.fromString(parts.get(2)));
            }
        } catch (IllegalArgumentException | DateTimeException tampered) {
            throw Cursor.invalid();
        }
        throw Cursor.invalid();
    }

    private static boolean isMoment(String key) {
        return key.equals(NEVER) || !Instant.parse(key).equals(Instant.MIN);
    }

    private String keyOf(Customer customer) {
        return switch (field) {
            case ACQUIRED_AT ->
                customer.acquiredAt() == null ? NEVER : customer.acquiredAt().toString();
            case NAME -> customer.links().nameKey();
            case EXTERNAL_ID -> customer.externalId();
        };
    }
}
