package io.tideline.roi.campaign;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored campaign; the label is its name, or its external id until it is described. */
record CampaignRecord(
        UUID id,
        String externalId,
        String label,
        @Nullable Instant startedAt,
        @Nullable String template,
        @Nullable Long sends,
        String cursor) {}
