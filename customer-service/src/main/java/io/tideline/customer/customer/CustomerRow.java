package io.tideline.customer.customer;

import io.tideline.platform.ingest.IngestRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer as somebody describes it; what is null stays as it was. Campaign, agent, team and channel account are external ids.
 *
 * @param acquiredAt when the customer was won as a contact
 */
public record CustomerRow(
        String externalId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String market,
        @Nullable String language,
        @Nullable String source,
        @Nullable String campaign,
        @Nullable String agent,
        @Nullable String team,
        @Nullable String channelAccount,
        @Nullable Instant acquiredAt) {

    static CustomerRow read(IngestRow row) {
        return new CustomerRow(
                row.requiredKey("id"),
                row.text("name"),
                row.text("email"),
                row.text("phone"),
                row.key("market"),
                row.key("language"),
                row.key("source"),
                row.key("campaign"),
                row.key("agent"),
                row.key("team"),
                row.key("channel_account"),
                row.instant("acquired_at"));
    }

    /** What is known after {@code later} was said too. */
    CustomerRow and(CustomerRow later) {
        return new CustomerRow(
                externalId,
                orElse(later.name, name),
                orElse(later.email, email),
                orElse(later.phone, phone),
                orElse(later.market, market),
                orElse(later.language, language),
                orElse(later.source, source),
                orElse(later.campaign, campaign),
                orElse(later.agent, agent),
                orElse(later.team, team),
                orElse(later.channelAccount, channelAccount),
                orElse(later.acquiredAt, acquiredAt));
    }

    private static <T> @Nullable T orElse(@Nullable T said, @Nullable T before) {
        return said == null ? before : said;
    }
}
