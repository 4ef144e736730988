package io.tideline.survey.customer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What answers are broken down by, as the customer service last told it. */
record CustomerCopy(
        UUID id,
        Instant at,
        String externalId,
        @Nullable String market,
        @Nullable String language,
        @Nullable String source,
        @Nullable UUID campaign,
        @Nullable UUID channelAccount,
        @Nullable UUID team,
        @Nullable UUID agent) {}
