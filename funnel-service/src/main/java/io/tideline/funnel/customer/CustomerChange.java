package io.tideline.funnel.customer;

import io.tideline.platform.feed.FeedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer as customer-service describes it.
 *
 * @param at since when
 * @param values what was learned of the past of the dimensions
 */
record CustomerChange(
        UUID id,
        Instant at,
        String externalId,
        @Nullable String market,
        @Nullable String language,
        @Nullable String source,
        @Nullable Label campaign,
        @Nullable Label channelAccount,
        @Nullable Label team,
        @Nullable Label agent,
        @Nullable Instant acquiredAt,
        boolean placeholder,
        List<DimensionValue> values) {
    CustomerChange {
        values = List.copyOf(values);
    }

    static CustomerChange of(FeedEvent event) {
        String tenant = event.tenant();
        return new CustomerChange(
                event.uuid("id"),
                event.occurredAt(),
                event.text("externalId"),
                event.textOrNull("market"),
                event.textOrNull("language"),
                event.textOrNull("source"),
                Label.Kind.CAMPAIGN.unnamed(tenant, event.textOrNull("campaign")),
                Label.Kind.CHANNEL_ACCOUNT.unnamed(tenant, event.textOrNull("channelAccount")),
                Label.Kind.TEAM.unnamed(tenant, event.textOrNull("team")),
                Label.Kind.AGENT.unnamed(tenant, event.textOrNull("agent")),
                event.instantOrNull("acquiredAt"),
                event.is("placeholder"),
                DimensionValue.all(event));
    }

    Stream<Label> labels() {
        return Stream.concat(
                        Stream.of(campaign, channelAccount, team, agent),
                        values.stream().map(DimensionValue::label))
                .filter(Objects::nonNull);
    }
}
