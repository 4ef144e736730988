package io.tideline.customer.tag;

import io.tideline.platform.feed.OutboxEvent;
import io.tideline.platform.sql.Ids;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An interval of one customer.
 *
 * @param externalId the organisation's own id of the customer
 */
record CarriedTag(UUID customer, String externalId, TagInterval interval) {

    /** Key under which a later fact replaces the end of an earlier one. */
    UUID eventId(String tenant) {
        return Ids.uuid(tenant, "tag", customer + "|" + interval.from() + "|" + interval.tag());
    }

    /** The fact for the other services. */
    OutboxEvent changed() {
        Instant until = interval.until();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("customerId", customer);
        data.put("customer", externalId);
        data.put("tag", interval.tag());
        data.put("from", interval.from().toString());
        data.put("until", until == null ? null : until.toString());
        return OutboxEvent.of("tag.interval", customer.toString(), interval.from(), data);
    }
}
