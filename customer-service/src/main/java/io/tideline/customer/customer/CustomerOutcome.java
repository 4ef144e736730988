package io.tideline.customer.customer;

import io.tideline.platform.ingest.ReadRow;
import io.tideline.platform.ingest.RowResult;
import io.tideline.platform.ingest.RowStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of rows of customers; further rows of a customer in the same batch count as updates of the first, unless they say nothing new. */
final class CustomerOutcome {
    private CustomerOutcome() {}

    static List<RowResult> of(List<ReadRow<CustomerRow>> rows, List<KnownCustomer> changed) {
        Map<String, Boolean> isNew = new HashMap<>();
        changed.forEach(customer -> isNew.merge(customer.externalId(), customer.isNew(), Boolean::logicalOr));
        Map<String, CustomerRow> before = new HashMap<>();
        return rows.stream()
                .map(row -> row.became(
                        status(row.value(), before, isNew.get(row.value().externalId()))))
                .toList();
    }

    private static RowStatus status(CustomerRow row, Map<String, CustomerRow> before, @Nullable Boolean isNew) {
        CustomerRow known = before.get(row.externalId());
        CustomerRow now = known == null ? row : known.and(row);
        before.put(row.externalId(), now);
        if (isNew == null || now.equals(known)) {
            return RowStatus.DUPLICATE;
        }
        return isNew && known == null ? RowStatus.ACCEPTED : RowStatus.UPDATED;
    }
}
