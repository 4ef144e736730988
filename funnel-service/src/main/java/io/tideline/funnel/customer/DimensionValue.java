package io.tideline.funnel.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.tideline.platform.feed.FeedEvent;
import io.tideline.platform.graph.Dimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's dimension has been since an instant.
 *
 * @param since null: from the beginning
 * @param value as groups have it
 * @param label of campaigns and channel accounts, null of plain values
 */
record DimensionValue(
        UUID customer, Dimension dimension, @Nullable Instant since, String value, @Nullable Label label) {

    /** What makes two of them say something of the same time. */
    record Time(UUID customer, Dimension dimension, @Nullable Instant since) {}

    /** All that an event tells. */
    static List<DimensionValue> all(FeedEvent event) {
        List<DimensionValue> values = new ArrayList<>();
        event.data().path("values").forEach(told -> values.add(of(event, told)));
        return values;
    }

    private static DimensionValue of(FeedEvent event, JsonNode told) {
        Dimension dimension = Dimension.valueOf(told.path("dimension").asText());
        String value = told.path("value").asText();
        Label label = label(event.tenant(), dimension, value);
        return new DimensionValue(
                event.uuid("id"),
                dimension,
                told.hasNonNull("since") ? Instant.parse(told.get("since").asText()) : null,
                label == null ? value : label.id().toString(),
                label);
    }

    private static @Nullable Label label(String tenant, Dimension dimension, String value) {
        return switch (dimension) {
            case CAMPAIGN -> Label.Kind.CAMPAIGN.unnamed(tenant, value);
            case CHANNEL_ACCOUNT -> Label.Kind.CHANNEL_ACCOUNT.unnamed(tenant, value);
            case MARKET, LANGUAGE, SOURCE -> null;
            case TEAM, AGENT -> throw new IllegalArgumentException("Who holds a customer is told otherwise.");
        };
    }

    Time time() {
        return new Time(customer, dimension, since);
    }
}
