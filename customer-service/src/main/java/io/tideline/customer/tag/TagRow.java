package io.tideline.customer.tag;

import io.tideline.customer.customer.Customer;
import io.tideline.platform.ingest.IngestRow;
import io.tideline.platform.ingest.RowRejection;
import io.tideline.platform.sql.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tag as somebody speaks of it.
 *
 * @param customer external id of the customer
 */
record TagRow(String customer, TagInterval interval) {

    static TagRow read(IngestRow row) {
        String customer = row.requiredKey("customer");
        String tag = row.requiredKey("tag");
        Instant from = stored(row.requiredInstant("from"));
        Instant left = row.instant("until");
        Instant until = left == null ? null : stored(left);
        if (until != null && !until.isAfter(from)) {
            throw row.invalid("until", "must be later than from");
        }
        return new TagRow(customer, new TagInterval(tag, from, until));
    }

    UUID customerId(String tenant) {
        return Ids.uuid(tenant, Customer.KIND, customer);
    }

    RowRejection overlap() {
        return new RowRejection(
                "OVERLAP", "from", interval.from().toString(), "The customer carries this tag at that time already.");
    }

    /** The database keeps microseconds; two moments that it cannot tell apart are one. */
    static Instant stored(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable Instant storedOrNull(@Nullable Instant moment) {
        return moment == null ? null : stored(moment);
    }
}
