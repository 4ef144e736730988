package io.tideline.customer.customer;

import io.tideline.platform.feed.OutboxEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the other services may know of a customer: nothing that names a person. Campaign, agent, team and channel account are external ids.
 *
 * @param isNew whether the customer was not known before
 */
public record KnownCustomer(
        UUID id,
        String externalId,
        @Nullable String market,
        @Nullable String language,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable String agent,
        @Nullable String team,
        @Nullable String channelAccount,
        @Nullable Instant acquiredAt,
        boolean placeholder,
        boolean isNew) {

    /** The fact for the other services. */
    public OutboxEvent changed() {
        return changed(List.of());
    }

    /** The same, with what was learned of values that hold or held since an instant. */
    OutboxEvent changed(List<CustomerValue> values) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", id);
        data.put("externalId", externalId);
        data.put("market", market);
        data.put("language", language);
        data.put("source", source);
        data.put("campaign", campaign);
        data.put("agent", agent);
        data.put("team", team);
        data.put("channelAccount", channelAccount);
        data.put("acquiredAt", acquiredAt == null ? null : acquiredAt.toString());
        data.put("placeholder", placeholder);
        if (!values.isEmpty()) {
            data.put("values", values.stream().map(CustomerValue::fact).toList());
        }
        return OutboxEvent.of("customer.changed", id.toString(), Instant.now(), data);
    }
}
