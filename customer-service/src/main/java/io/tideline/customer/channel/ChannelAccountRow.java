package io.tideline.customer.channel;

import io.tideline.platform.ingest.IngestRow;
import org.jspecify.annotations.Nullable;

/** A channel account as somebody speaks of it; what is null stays as it was. */
public record ChannelAccountRow(
        String externalId, @Nullable String name, @Nullable String platform, @Nullable String market) {

    static ChannelAccountRow read(IngestRow row) {
        return new ChannelAccountRow(row.requiredKey("id"), row.text("name"), row.text("platform"), row.text("market"));
    }

    /** Somebody spoke of it without a description. */
    public static ChannelAccountRow placeholder(String externalId) {
        return new ChannelAccountRow(externalId, null, null, null);
    }

    /** What is known after {@code later} was said too. */
    ChannelAccountRow and(ChannelAccountRow later) {
        return new ChannelAccountRow(
                externalId,
                later.name == null ? name : later.name,
                later.platform == null ? platform : later.platform,
                later.market == null ? market : later.market);
    }
}
