package io.tideline.customer.customer;

import io.tideline.platform.graph.Dimension;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value that a customer's dimension has had.
 *
 * @param value of campaigns and channel accounts the external id
 * @param since null: from the beginning
 */
record CustomerValue(UUID customer, Dimension dimension, String value, @Nullable Instant since) {
    /** As the other services hear of it. */
    Map<String, @Nullable Object> fact() {
        Map<String, @Nullable Object> fact = new LinkedHashMap<>();
        fact.put("dimension", dimension.name());
        fact.put("value", value);
        fact.put("since", since == null ? null : since.toString());
        return fact;
    }
}
